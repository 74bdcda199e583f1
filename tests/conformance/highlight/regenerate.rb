# frozen_string_literal: true

# Writes tokens/NAME.txt for samples/NAME.txt with Rouge: one line a token, its class (- for Text) and its text as JSON.
# A sample is called LANGUAGE.txt or LANGUAGE@NOTE.txt.
#
#   ruby tests/conformance/highlight/regenerate.rb [LANGUAGE...]
require "json"
require "rouge"

folder = File.expand_path(__dir__)
def write_tokens(folder, name)
  language = name.split("@").first
  lexer = Rouge::Lexer.find_fancy(language) or abort "Rouge has no language #{language}"
  source = File.read(File.join(folder, "samples", "#{name}.txt"), encoding: "UTF-8")
  tokens = lexer.lex(source).map { |token, text| [token, text.dup] }
  lines = tokens.map { |token, text| "#{token.shortname.empty? ? "-" : token.shortname} #{JSON.generate(text)}\n" }
  File.write(File.join(folder, "tokens", "#{name}.txt"), lines.join)
  errors = tokens.count { |token, _| token.shortname == "err" }
  warn "#{name}: #{tokens.size} tokens, #{errors} of them errors"
end

Dir[File.join(folder, "samples", "*.txt")].sort.each do |path|
  name = File.basename(path, ".txt")
  next unless ARGV.empty? || ARGV.include?(name.split("@").first)

  # A process of its own: Twig takes Jinja's words where Jinja was lexed before.
  Process.wait(fork { write_tokens(folder, name) })
  exit 1 unless $?.success?
end
