# frozen_string_literal: true

# Prints pyjekyll/highlight/themes.json: for each of Rouge's themes the declarations of each token that it styles, in its order.
require "json"
require "rouge"

themes = Rouge::Theme.registry.sort.to_h.transform_values do |theme|
  theme.styles.keys.to_h { |token| [token.shortname, Rouge::Theme::Style.new(theme, theme.styles[token]).rendered_rules.to_a.join(";")] }
end
puts "{", themes.map { |name, table| "#{JSON.generate(name)}: #{JSON.generate(table)}" }.join(",\n"), "}"
