# frozen_string_literal: true

# Fills in what Ruby makes of the inputs in tables/*.json: each table is {"inputs": [...], "ruby": [...]}, its name says what is done.
#
#   LANG=C.UTF-8 ruby generate.rb tables/*.json

require "jekyll"
require "json"
require "time"

Jekyll.logger.log_level = :error

URL = Jekyll::URL
UTILS = Jekyll::Utils
NOW = Time.at(1_583_384_889.25)

def attempt
  result = yield
  result.is_a?(String) && !result.valid_encoding? ? nil : result
rescue StandardError => e
  "!#{e.message}"
end

def in_zone(zone)
  ENV["TZ"] = zone
  yield
ensure
  ENV["TZ"] = "UTC"
end

FORMATTED = {
  "fixed" => -> { Time.new(2020, 3, 5, 7, 8, 9, "+02:00") },
  "utc" => -> { Time.utc(1999, 12, 31, 23, 59, 59.5) },
  "west" => -> { Time.new(2021, 1, 3, 0, 0, 0, "-03:30") },
  "local" => -> { Time.local(2016, 7, 3, 12, 30, 1) },
  "far" => -> { Time.local(22_024, 7, 3, 12, 30, 1) },
  "before" => -> { Time.utc(-1, 2, 3) },
  "date" => -> { Date.new(2008, 12, 29) },
}.freeze

PATTERN_FLAGS = [0, File::FNM_PATHNAME, File::FNM_DOTMATCH, File::FNM_PATHNAME | File::FNM_DOTMATCH, File::FNM_EXTGLOB].freeze
FOUND = [:year, :mon, :mday, :yday, :hour, :min, :sec, :zone, :wday, :cwyear, :cweek, :cwday].freeze

TABLES = {
  "strftime"  => ->(format) { in_zone("America/New_York") { FORMATTED.transform_values { |make| attempt { make.call.strftime(format) } } } },
  "dateparse" => ->(text) { attempt { Date._parse(text).values_at(*FOUND) } },
  "gem_version" => lambda do |(one, other, requirement)|
    left, right = Gem::Version.new(one), Gem::Version.new(other)
    [left <=> right, left.prerelease?, Gem::Requirement.new(requirement).satisfied_by?(left)]
  end,
  "gemspec"   => lambda do |text|
    spec = eval(text) # rubocop:disable Security/Eval
    [spec.name, spec.version.to_s, spec.authors, spec.description || spec.summary, spec.metadata, spec.runtime_dependencies.map(&:to_s)]
  end,
  "time"      => lambda do |(zone, text)|
    in_zone(zone) do
      attempt do
        time = Time.parse(text, NOW)
        raise "argument out of range" if time.year.abs > 2_000_000 # which Python cannot subtract
        [time.to_s, time.strftime("%Z %6N"), time.to_i]
      end
    end
  end,
  "zones"     => ->(zone) { in_zone(zone) { [1_593_604_800, 1_577_934_245].map { |seconds| Time.at(seconds).strftime("%F %T %z %Z") } } },
  "fnmatch"   => ->((pattern, path)) { PATTERN_FLAGS.map { |flags| File.fnmatch?(pattern, path, flags) } },
  "url"       => lambda do |text|
    [
      attempt { Addressable::URI.parse(text).normalize.to_s }, attempt { URL.escape_path(text) }, attempt { URL.unescape_path(text) },
      attempt { Addressable::URI.normalize_component(text) }, attempt { Addressable::URI.parse(text).absolute? },
    ]
  end,
  "text"      => lambda do |text|
    [
      text.inspect, text.downcase, text.upcase, text.capitalize, text.strip, text.lstrip, text.rstrip, text.lines, text.chomp, text.split,
      text.split(" ", 3), text.split("-"), text.squeeze("-"), CGI.escapeHTML(text), CGI.escape(text), attempt { CGI.unescape(text) },
      UTILS.titleize_slug(text), text.to_json, text.to_i, text.to_f.to_s, attempt { Integer(text) },
    ]
  end,
  "slugify"   => ->(text) { [nil, "pretty", "raw", "ascii", "latin", "none"].map { |mode| UTILS.slugify(text, :mode => mode) } },
  "sort"      => ->(list) { [attempt { list.sort.inspect }, list.uniq.inspect, list.combination(2).map { |a, b| [a <=> b, a == b] }] },
  "float"     => ->(text) { [text.to_f.to_s, text.to_f.round.to_s, text.to_f.round(2).to_s] },
  "json"      => ->(value) { [value.to_json, JSON.pretty_generate(value), value.inspect] },
  "merge"     => ->((left, right)) { UTILS.deep_merge_hashes(left, right).inspect },
  "plural"    => ->(hash) { UTILS.pluralized_array_from_hash(hash, "tag", "tags").inspect },
}.freeze

ENV["TZ"] = "UTC"
ARGV.each do |path|
  table = JSON.parse(File.read(path))
  table["ruby"] = table["inputs"].map(&TABLES.fetch(File.basename(path, ".json")))
  rows = table["inputs"].zip(table["ruby"]).map { |row| JSON.generate(row) }
  File.write(path, "{\"inputs\": [\n#{rows.map { |row| JSON.generate(JSON.parse(row)[0]) }.join(",\n")}\n], \"ruby\": [\n#{rows.map { |row| JSON.generate(JSON.parse(row)[1]) }.join(",\n")}\n]}\n")
end
