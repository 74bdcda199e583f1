#!/usr/bin/env ruby
# frozen_string_literal: true

# Builds site/ with Jekyll under each configuration of configurations.json and writes what came out to expected.json:
# a map from configuration to files and their texts.
require "jekyll"
require "json"
require "tmpdir"

here = __dir__
Dir.chdir(File.join(here, "site"))
Jekyll.logger.log_level = :error
expected = JSON.parse(File.read(File.join(here, "configurations.json"))).to_h do |name, settings|
  ENV["JEKYLL_ENV"] = settings["environment"] || "development"
  Dir.mktmpdir do |destination|
    options = { "source" => Dir.pwd, "destination" => destination, "disable_disk_cache" => true, "quiet" => true }
    Jekyll::Site.new(Jekyll.configuration(options.merge(settings["config"]))).process
    files = Dir.glob("**/*.css*", :base => destination).sort
    [name, files.to_h { |file| [file, File.read(File.join(destination, file))] }]
  end
end
File.write(File.join(here, "expected.json"), "#{JSON.pretty_generate(expected)}\n")
