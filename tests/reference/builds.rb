# Builds sites with Ruby Jekyll, one forked process each: loading Jekyll takes longer than building a small site.
# Reads one JSON object a line, {"root", "argv", "env", "log"}, and answers with the exit code of each.
require "json"
require "jekyll"
require "kramdown"
require "liquid"
require "mercenary"

# Ruby's own `abort` prints the backtrace of the error that led to it.
module Kernel
  def abort(message = nil)
    warn message if message
    exit(1)
  end
end

def build(job)
  $stdout.reopen(job["log"], "w")
  $stderr.reopen($stdout)
  $stdout.sync = $stderr.sync = true
  ENV.update(job["env"])
  Jekyll.instance_variable_set(:@logger, nil) # its level is read from the environment once
  Dir.chdir(job["root"])
  ARGV.replace(job["argv"])
  program = Gem.bin_path("jekyll", "jekyll")
  Gem.paths = ENV.to_h.merge("GEM_PATH" => [ENV["GEM_PATH"], *Gem.path].join(":")) if job["env"].key?("GEM_PATH")
  load program
  0
rescue SystemExit => e
  tell(job, e.cause)
  e.status
rescue Exception => e # rubocop:disable Lint/RescueException
  tell(job, e)
  1
end

# What Ruby itself would print of an error that is not in Jekyll's log: `error` for Jekyll's own, which users are meant to read.
def tell(job, error)
  error = error.cause while error.is_a?(SystemExit)
  first = error&.message.to_s.lines.first.to_s.strip
  return if first.empty? || File.read(job["log"]).gsub(/\s+/, " ").include?(first.gsub(/\s+/, " "))

  puts error.class.name.start_with?("Jekyll::Errors::") ? "error: #{first}" : "crash: #{error.class}: #{first}"
end

$stdout.sync = true
while (line = $stdin.gets)
  job = JSON.parse(line)
  pid = fork { exit!(build(job)) }
  Process.wait(pid)
  puts($?.exitstatus || 255)
end
