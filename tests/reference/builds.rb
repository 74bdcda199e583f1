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
  Dir.chdir(job["root"])
  ARGV.replace(job["argv"])
  load Gem.bin_path("jekyll", "jekyll")
  0
rescue SystemExit => e
  tell(job, e.cause)
  e.status
rescue Exception => e # rubocop:disable Lint/RescueException
  tell(job, e)
  1
end

# A bare Ruby error is not in Jekyll's log: name it in one line.
def tell(job, error)
  error = error.cause while error.is_a?(SystemExit)
  first = error&.message.to_s.lines.first.to_s.strip
  puts "crash: #{error.class}: #{first}" unless first.empty? || File.read(job["log"]).gsub(/\s+/, " ").include?(first.gsub(/\s+/, " "))
end

$stdout.sync = true
while (line = $stdin.gets)
  job = JSON.parse(line)
  pid = fork { exit!(build(job)) }
  Process.wait(pid)
  puts($?.exitstatus || 255)
end
