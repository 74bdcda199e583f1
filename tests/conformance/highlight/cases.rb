# frozen_string_literal: true

# Writes `expected` (or `error`) of each case in cases.jsonl anew: the page body rendered by Jekyll, without a layout.
require "jekyll"
require "json"
require "tmpdir"

ENV["TZ"] = "UTC"
Jekyll.logger.log_level = :error

def render(row)
  Dir.mktmpdir do |folder|
    settings = { "source" => folder, "destination" => File.join(folder, "_site"), "quiet" => true, "disable_disk_cache" => true }
    site = Jekyll::Site.new(Jekyll.configuration(row["config"].merge(settings)))
    page = Jekyll::PageWithoutAFile.new(site, folder, "", "page#{row["ext"]}")
    page.content = row["source"]
    page.data.clear
    { "expected" => Jekyll::Renderer.new(site, page, site.site_payload).run }
  end
rescue StandardError, SyntaxError => e
  { "error" => "#{e.class.name.split("::").last}: #{e.message}" }
end

path = File.join(__dir__, "cases.jsonl")
rows = File.readlines(path, encoding: "UTF-8").map { |line| JSON.parse(line) }
rows.each { |row| row.replace(row.slice("name", "source", "ext", "config").merge(render(row))) }
File.write(path, rows.map { |row| "#{JSON.generate(row)}\n" }.join)
