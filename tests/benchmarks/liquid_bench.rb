# frozen_string_literal: true

# The Ruby side of liquid_bench.py: ruby liquid_bench.rb SITE ROUNDS ARCHIVE NAVIGATION prints JSON.

require "jekyll"
require "json"

Jekyll.logger.log_level = :error
root, rounds, archive_text, navigation_text = ARGV
rounds = rounds.to_i

site = Jekyll::Site.new(Jekyll.configuration("source" => root, "destination" => "#{root}/_site", "quiet" => true, "disable_disk_cache" => true))
site.reset
site.read
post = site.posts.docs[100]
payload = site.site_payload
payload["page"] = post.to_liquid
payload["site"].current_document = post
info = { :registers => { :site => site, :page => payload["page"] } }

content = post.content.split("\n\n").map { |part| part.include?("```") ? "<pre>#{part}</pre>\n" : "<p>#{part}</p>\n\n" }.join
layouts = %w(single default squeeze).map { |name| Liquid::Template.parse(site.layouts[name].content, :line_numbers => true) }
archive = Liquid::Template.parse(archive_text, :line_numbers => true)
navigation = Liquid::Template.parse(navigation_text, :line_numbers => true)

render = lambda do |template|
  template.instance_assigns.clear
  template.render!(payload, info)
end

work = {
  "chain"   => lambda do
    payload["content"] = content
    layouts.each { |layout| payload["content"] = render.call(layout) }
    payload["content"]
  end,
  "archive" => -> { render.call(archive) },
  "nav"     => -> { render.call(navigation) },
}

result = work.to_h do |name, run|
  text = run.call
  times = Array.new(rounds) do
    start = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
    run.call
    Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - start
  end
  [name, { "text" => text, "ms" => times.min * 1000 }]
end
puts JSON.generate(result)
