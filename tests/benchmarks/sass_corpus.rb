# frozen_string_literal: true

# Ruby's side of sass_corpus.py: reads the sites named as arguments, renders the Liquid of each sheet, compiles it with Jekyll's
# converter, and prints [{site, page, sass, text, css, map, error, seconds}, ...] as JSON,
# or {site, unread} for a site that cannot be read. Themes and plugins are left out.
require "jekyll"
require "json"
require "tmpdir"

Jekyll.logger.log_level = :error

def site_of(folder)
  without = { "plugins" => [], "plugins_dir" => "_no_plugins", "disable_disk_cache" => true }
  config = Jekyll.configuration({ "source" => folder, "destination" => File.join(Dir.tmpdir, "unused"), "quiet" => true }.merge(without))
  config.delete("theme")
  site = Jekyll::Site.new(config)
  site.read
  site
end

def compile(converter, page, text)
  site = page.site
  pages = site.pages.size
  converter.associate_page(page)
  start = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
  css = converter.convert(text)
  seconds = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - start
  { css: css, map: (site.pages.pop.content if site.pages.size > pages), seconds: seconds }
rescue StandardError => e
  { error: e.message }
ensure
  converter.dissociate_page(page)
end

def sheets_of(folder)
  site = site_of(folder)
  payload = site.site_payload
  site.pages.select { |page| page.ext.match?(/\A\.s[ac]ss\z/i) }.map do |page|
    renderer = Jekyll::Renderer.new(site, page, payload)
    text = renderer.render_liquid(page.content, payload, { registers: { site: site, page: payload["page"] } }, page.path)
    converter = renderer.converters.find { |one| one.is_a?(Jekyll::Converters::Scss) }
    { site: folder, page: page.relative_path, sass: site.config["sass"], text: text }.merge(compile(converter, page, text))
  end
rescue StandardError, Jekyll::Errors::FatalException => e
  [{ site: folder, unread: "#{e.class}: #{e.message}" }]
end

puts JSON.generate(ARGV.flat_map { |folder| sheets_of(File.expand_path(folder)) })
