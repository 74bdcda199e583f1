# frozen_string_literal: true

# Reads [[language, text], ...] as JSON, prints {html: [...], seconds: {language: time}}: Rouge's side of highlight_corpus.py.
require "json"
require "rouge"

seconds = Hash.new(0.0)
html = JSON.parse($stdin.read).map do |language, text|
  start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  lexer = Rouge::Lexer.find_fancy(language, text)
  result = lexer && Rouge::Formatters::HTML.new.format(lexer.lex(text))
  seconds[language] += Process.clock_gettime(Process::CLOCK_MONOTONIC) - start
  result
rescue StandardError => e
  "#{e.class}: #{e.message}"
end
puts JSON.generate({ html: html, seconds: seconds })
