# frozen_string_literal: true

# Prints pyjekyll/highlight/themes.json: for each of Rouge's themes the inline style of each token, where it is not its parent's.
require "json"
require "rouge"

def rules(theme, token)
  style = theme.style_for(token)
  style && style.rendered_rules.to_a.join(";")
end

themes = Rouge::Theme.registry.sort.to_h.transform_values do |theme_class|
  theme = theme_class.new
  base = rules(theme, Rouge::Token::Tokens::Text)
  Rouge::Token.cache.values.each_with_object({}) do |token, table|
    inherited = token.parent.respond_to?(:shortname) && token.parent.shortname ? rules(theme, token.parent) : base
    own = rules(theme, token)
    table[token.shortname] = own if token.shortname.empty? || own != inherited
  end
end
puts "{", themes.map { |name, table| "#{JSON.generate(name)}: #{JSON.generate(table)}" }.join(",\n"), "}"
