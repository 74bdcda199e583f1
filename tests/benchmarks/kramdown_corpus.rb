# Converts the texts given on standard input (a JSON array of strings) as Jekyll does and prints {"html": [...], "seconds": n}.
# The first argument is the options hash as JSON. A text that kramdown raises on becomes null.
require "json"
require "kramdown"
require "kramdown-parser-gfm"

options = JSON.parse(ARGV[0])
texts = JSON.parse($stdin.read)
clock = -> { Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) }

Kramdown::Document.new("warm *up*\n", options).to_html
started = clock.call
html = texts.map do |text|
  Kramdown::Document.new(text, options).to_html
rescue StandardError, SystemStackError
  nil
end
seconds = clock.call - started

html = html.map { |text| text&.valid_encoding? ? text : nil }
puts JSON.generate({ "html" => html, "seconds" => seconds })
