# frozen_string_literal: true

# Fills in what Jekyll's Liquid makes of each case: reads cases (JSON objects, one a line) from the file named as the argument and
# prints them with their expectations.
#
#   TZ=UTC LANG=C.UTF-8 ruby generate.rb cases.jsonl > new.jsonl
#
# Fields read: name, category, template; optional: data, files (path => text, below the site's source), config.
# Fields written: expected (null: Ruby raises), error, error_stage (parse or render), warnings, changed (the payload's counters).

require "jekyll"
require "json"
require "tmpdir"
require "fileutils"
require "date"

Jekyll.logger.log_level = :error

def revive(value)
  case value
  when Hash
    return Time.new(*value["$time"].scan(/\d+/).first(6).map(&:to_i), value["$time"][/[+-]\d{4}|UTC/].sub(/(\d\d)(\d\d)\z/, '\1:\2')) if value.keys == ["$time"]
    return Date.parse(value["$date"]) if value.keys == ["$date"]
    return { "nan" => Float::NAN, "inf" => Float::INFINITY, "-inf" => -Float::INFINITY }.fetch(value["$float"]) if value.keys == ["$float"]

    value.transform_values { |item| revive(item) }
  when Array
    value.map { |item| revive(item) }
  else
    value
  end
end

def site_for(source, config)
  options = { "source" => source, "destination" => "#{source}/_site", "quiet" => true, "disable_disk_cache" => true }
  site = Jekyll::Site.new(Jekyll::Configuration.from(options.merge(config)))
  site.reset
  site.read
  site
end

def without_source(text, source)
  text.gsub(source, "SOURCE")
end

def expectation(kase, source)
  site = site_for(source, kase["config"] || {})
  Liquid::Template.error_mode = (kase.dig("config", "liquid", "error_mode") || "warn").to_sym
  liquid = site.config["liquid"]
  info = { :registers => { :site => site, :page => nil }, :strict_filters => liquid["strict_filters"], :strict_variables => liquid["strict_variables"] }
  payload = revive(kase["data"] || {})
  stage = "parse"
  warnings = []
  template = Liquid::Template.parse(kase["template"], :line_numbers => true)
  warnings = template.warnings.map(&:to_s)
  stage = "render"
  noted({ "expected" => template.render!(payload, info) }, warnings)
rescue Liquid::Error, StandardError, SyntaxError => e
  noted({ "expected" => nil, "error" => without_source("#{e.class}: #{e.message}", source), "error_stage" => stage }, warnings)
end

def noted(result, warnings)
  warnings.empty? ? result : result.merge("warnings" => warnings)
end

shared = Dir.mktmpdir
ARGF.each_line do |line|
  kase = JSON.parse(line)
  %w(expected error error_stage warnings inline).each { |key| kase.delete(key) }
  if kase["files"]
    Dir.mktmpdir do |source|
      source = File.realpath(source)
      kase["files"].each do |path, text|
        FileUtils.mkdir_p(File.dirname("#{source}/#{path}"))
        File.binwrite("#{source}/#{path}", text)
      end
      kase.merge!(expectation(kase, source))
    end
  else
    kase.merge!(expectation(kase, shared))
  end
  puts JSON.generate(kase)
end
FileUtils.remove_entry(shared)
