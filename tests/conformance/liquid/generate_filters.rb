# frozen_string_literal: true

# Applies filter calls to a table of values with Jekyll's Liquid and prints what Ruby makes of each: the first line holds the values,
# each further line a call with the results in the values' order, as Ruby inspects them (unescaped again); "!" goes before an error.
#
#   TZ=UTC LANG=C.UTF-8 ruby generate_filters.rb filter_inputs.json > filters.jsonl

require "jekyll"
require "json"
require "date"
require "tmpdir"

Jekyll.logger.log_level = :error

def revive(value)
  case value
  when Hash
    kind, content = value.first
    case value.size == 1 && kind
    when "$time" then return Time.parse(content)
    when "$date" then return Date.parse(content)
    when "$range" then return Range.new(*content)
    when "$float" then return { "nan" => Float::NAN, "inf" => Float::INFINITY, "-inf" => -Float::INFINITY }.fetch(content)
    end
    value.transform_values { |item| revive(item) }
  when Array then value.map { |item| revive(item) }
  else value
  end
end

def result(template, data, site)
  CGI.unescapeHTML(template.render!(data, :registers => { :site => site, :page => nil }))
rescue StandardError, SystemStackError => e
  "!#{e.class}: #{e.message.split("\n\n", 2).first}"
end

inputs = JSON.parse(File.read(ARGV.fetch(0)))
puts JSON.generate("values" => inputs["values"], "arguments" => inputs["arguments"])
Dir.mktmpdir do |source|
  inputs["calls"].each do |config, calls|
    site = Jekyll::Site.new(Jekyll::Configuration.from(JSON.parse(config).merge("source" => source, "quiet" => true, "disable_disk_cache" => true)))
    calls.each do |call|
      template = Liquid::Template.parse("{% assign result = value | #{call} %}{{ result | inspect }}", :line_numbers => true)
      results = inputs["values"].map { |value| result(template, revive(inputs["arguments"]).merge("value" => revive(value)), site) }
      puts JSON.generate("call" => call, "config" => JSON.parse(config), "results" => results)
    end
  end
end
