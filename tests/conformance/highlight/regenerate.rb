# frozen_string_literal: true

# Writes tokens/NAME.txt for samples/NAME.txt with Rouge: one line a token, its class (- for Text) and its text as JSON.
# A sample is called LANGUAGE.txt or LANGUAGE@NOTE.txt.
#
#   ruby tests/conformance/highlight/regenerate.rb [LANGUAGE...]
require "json"
require "rouge"

folder = File.expand_path(__dir__)
Dir[File.join(folder, "samples", "*.txt")].sort.each do |path|
  name = File.basename(path, ".txt")
  language = name.split("@").first
  next unless ARGV.empty? || ARGV.include?(language)

  lexer = Rouge::Lexer.find_fancy(language) or abort "Rouge has no language #{language}"
  tokens = lexer.lex(File.read(path, encoding: "UTF-8")).map { |token, text| [token, text.dup] }
  lines = tokens.map { |token, text| "#{token.shortname.empty? ? "-" : token.shortname} #{JSON.generate(text)}\n" }
  File.write(File.join(folder, "tokens", "#{name}.txt"), lines.join)
  errors = tokens.count { |token, _| token.shortname == "err" }
  warn "#{name}: #{tokens.size} tokens, #{errors} of them errors"
end
