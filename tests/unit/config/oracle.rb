# Answers what Ruby makes of YAML, front matter, tables, defaults, entry filters and configurations.
# Reads {"kind": [input, ...]} as JSON from standard input, writes {"kind": [answer, ...]}.
# With --record it answers inputs.json into expected.json instead.
ENV["TZ"] = "America/New_York"
require "json"
require "tmpdir"
require "jekyll"

def canonical(value)
  case value
  when nil then ["nil"]
  when true, false then ["bool", value]
  when Integer then ["int", value.to_s]
  when Float then ["float", value.nan? ? "nan" : [value].pack("G").unpack1("H*")]
  when String then ["str", value.dup.force_encoding("utf-8").scrub("?")]
  when Array then ["array", value.map { |each| canonical(each) }]
  when Hash then ["hash", value.map { |key, each| [canonical(key), canonical(each)] }]
  when Time then ["time", value.strftime("%Y-%m-%d %H:%M:%S.%6N %z"), value.utc?]
  when DateTime then ["datetime", value.to_s]
  when Date then ["date", value.to_s]
  else ["other", value.class.to_s]
  end
end

def yaml(text)
  canonical(Jekyll::Utils.safe_load_yaml(text))
rescue Psych::DisallowedClass
  ["disallowed"]
rescue Psych::Exception => e
  ["error", e.message]
rescue StandardError
  ["crash"]
end

def split(text)
  text =~ Jekyll::Document::YAML_FRONT_MATTER_REGEXP ? [$1, $'] : [nil, text]
end

def table(input)
  options = { :headers => input["headers"], :col_sep => input["separator"], :converters => input["converters"].map(&:to_sym) }
  CSV.parse(input["text"], **options).map { |row| canonical(row.instance_of?(CSV::Row) ? row.to_hash : row) }
rescue StandardError => e
  ["error", e.message.sub(/ in line \d+\.\z/, "")]
end

def data_key(name)
  Jekyll::DataReader.allocate.sanitize_filename(name)
end

Site = Struct.new(:source, :config, :include, :exclude, :safe) do
  def in_source_dir(*) = source
end

def within(files)
  Dir.mktmpdir do |dir|
    dir = File.realpath(dir)
    files.each do |name, text|
      path = File.join(dir, name)
      FileUtils.mkdir_p(name.end_with?("/") ? path : File.dirname(path))
      File.binwrite(path, text) unless name.end_with?("/")
    end
    Dir.chdir(dir) { yield dir }
  end
end

def entries(input)
  within(input["files"]) do |dir|
    site = Site.new(dir, {}, input["include"], input["exclude"], false)
    filter = Jekyll::EntryFilter.new(site, File.join(dir, input["folder"]))
    Dir.chdir(File.join(dir, input["folder"])) { filter.filter(input["entries"]) }
  end
end

def defaults(input)
  within(input["files"]) do |dir|
    sets = Jekyll::Utils.safe_load_yaml(input["defaults"])
    site = Site.new(dir, { "defaults" => sets, "collections_dir" => input["collections_dir"] })
    found = Jekyll::FrontmatterDefaults.new(site)
    input["asked"].map do |path, type|
      all = found.all(path, type&.to_sym)
      [canonical(all), all.keys.map { |key| canonical(found.find(path, type&.to_sym, key)) }]
    rescue Jekyll::Errors::FatalException => e
      ["fatal", e.message]
    rescue StandardError
      ["crash"]
    end
  end
end

def configuration(input)
  within(input["files"]) do |dir|
    Jekyll.logger.messages.clear
    ENV["TZ"] = "America/New_York" # the one before may have set its own
    begin
      # The default folders are those of the process: name them.
      places = { "source" => dir, "destination" => File.join(dir, "_site") }
      config = Jekyll.configuration(places.merge(input["flags"]))
      answer = canonical(config.reject { |key, value| value == Jekyll::Configuration::DEFAULTS[key] || %w(source destination).include?(key) })
    rescue Psych::Exception, LoadError => e
      answer = ["error", e.message]
    rescue Jekyll::Errors::FatalException => e
      answer = ["error", e.message]
    rescue StandardError
      answer = ["crash"]
    end
    JSON.parse(JSON.generate([answer, Jekyll.logger.messages.map(&:dup)]).gsub(dir, "DIR"))
  end
end

def answer(requests)
  requests.to_h { |kind, inputs| [kind, inputs.map { |input| send(kind, input) }] }
end

$stdout = $stderr
if ARGV == ["--record"]
  answers = answer(JSON.parse(File.read(File.join(__dir__, "inputs.json"))))
  lines = answers.map { |kind, each| "#{kind.to_json}: [\n#{each.map(&:to_json).join(",\n")}\n]" }
  File.write(File.join(__dir__, "expected.json"), "{\n#{lines.join(",\n")}\n}\n")
else
  STDOUT.puts JSON.generate(answer(JSON.parse($stdin.read)))
end
