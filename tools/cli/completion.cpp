#include "tools/cli/completion.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "tools/cli/text.h"

// All three scripts work alike: walk over the words typed so far to find the command they name,
// then offer what may follow that one.
namespace soleus_cli {
namespace {

std::string replaced(std::string_view text, char what, std::string_view with) {
  std::string out;
  for (const char c : text) {
    if (c == what) {
      out += with;
    } else {
      out += c;
    }
  }
  return out;
}

using Visit = std::function<void(const std::string& path, const CommandNode&)>;

void walk(const CommandNode& node, const std::string& path, const Visit& visit) {
  visit(path, node);
  for (const CommandNode& child : node.children) walk(child, path + ' ' + child.name, visit);
}

/// "path alias" and the path it stands for, for every command below the root.
std::vector<std::pair<std::string, std::string>> steps(const CommandNode& root) {
  std::vector<std::pair<std::string, std::string>> found;
  walk(root, root.name, [&](const std::string& path, const CommandNode& node) {
    for (const CommandNode& child : node.children) {
      const std::string to = path + ' ' + child.name;
      found.emplace_back(to, to);
      for (const std::string& alias : child.aliases) found.emplace_back(path + ' ' + alias, to);
    }
  });
  return found;
}

/// A shell `case` of bash and zsh that moves `at` along.
std::string step_cases(const CommandNode& root, const std::string& word) {
  std::string out = "    case \"$at " + word + "\" in\n";
  for (const auto& [typed, path] : steps(root)) {
    out += "      '" + typed + "') at='" + path + "' ;;\n";
  }
  return out + "    esac\n";
}

/// The options of a command; those of the root may stand behind every one.
std::vector<OptionName> options_at(const CommandNode& root, const CommandNode& node) {
  std::vector<OptionName> options = node.options;
  if (&node == &root) return options;
  for (const OptionName& option : root.options) {
    const bool own = std::any_of(node.options.begin(), node.options.end(),
                                 [&](const OptionName& o) { return o.name == option.name; });
    if (!own) options.push_back(option);
  }
  return options;
}

/// For zsh's _describe: 'name:description', both without what would end them.
std::string zsh_entry(std::string_view name, std::string_view description) {
  const std::string text = replaced(description, '\'', "'\\''");
  return " '" + replaced(name, ':', "\\:") + ":" + replaced(text, ':', "\\:") + "'";
}

}  // namespace

std::string bash_completion(const CommandNode& root) {
  std::string out =
      "# bash completion for soleus; load it with: source <(soleus completion bash)\n";
  out += "_soleus() {\n  local at=soleus words= i\n  COMPREPLY=()\n";
  out += "  if [[ ${COMP_WORDS[COMP_CWORD-1]} == --db ]]; then\n";
  out += "    compopt -o default\n    return\n  fi\n";
  out += "  for ((i = 1; i < COMP_CWORD; i++)); do\n";
  out += step_cases(root, "${COMP_WORDS[i]}") + "  done\n  case \"$at\" in\n";
  walk(root, root.name, [&](const std::string& path, const CommandNode& node) {
    std::vector<std::string> words;
    for (const CommandNode& child : node.children) words.push_back(child.name);
    for (const OptionName& option : options_at(root, node)) words.push_back(option.name);
    out += "    '" + path + "') words='" + join(words, " ") + "' ;;\n";
  });
  out +=
      "  esac\n  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- "
      "\"${COMP_WORDS[COMP_CWORD]}\")\n";
  return out + "}\ncomplete -F _soleus soleus\n";
}

std::string zsh_completion(const CommandNode& root) {
  std::string out =
      "#compdef soleus\n# zsh completion for soleus; "
      "load it with: source <(soleus completion zsh)\n";
  out += "_soleus() {\n  local at=soleus\n  local -i i\n  local -a entries\n";
  out += "  if [[ ${words[CURRENT-1]} == --db ]]; then\n    _files\n    return\n  fi\n";
  out += "  for ((i = 2; i < CURRENT; i++)); do\n";
  out += step_cases(root, "${words[i]}") + "  done\n  case \"$at\" in\n";
  walk(root, root.name, [&](const std::string& path, const CommandNode& node) {
    out += "    '" + path + "') entries=(";
    for (const CommandNode& child : node.children) out += zsh_entry(child.name, child.description);
    for (const OptionName& option : options_at(root, node)) {
      out += zsh_entry(option.name, option.description);
    }
    out += ") ;;\n";
  });
  out += "  esac\n  _describe -o soleus entries\n}\n";
  // Found through fpath the file itself is the function; sourced it only defines it.
  return out +
         "if [[ ${funcstack[1]-} == _soleus ]]; then\n  _soleus \"$@\"\nelse\n"
         "  compdef _soleus soleus\nfi\n";
}

std::string fish_completion(const CommandNode& root) {
  std::string out = "# fish completion for soleus; load it with: soleus completion fish | source\n";
  out += "function __soleus_at\n  set -l at soleus\n  set -l typed (commandline -opc)\n";
  out += "  for word in $typed[2..-1]\n    switch \"$at $word\"\n";
  for (const auto& [typed, path] : steps(root)) {
    out += "      case '" + typed + "'\n        set at '" + path + "'\n";
  }
  out += "    end\n  end\n  test \"$at\" = \"$argv\"\nend\ncomplete -c soleus -f\n";
  walk(root, root.name, [&](const std::string& path, const CommandNode& node) {
    const std::string head = "complete -c soleus -n '__soleus_at " + path + "'";
    const auto about = [](const std::string& text) {
      return " -d '" + replaced(replaced(text, '\\', "\\\\"), '\'', "\\'") + "'\n";
    };
    for (const CommandNode& child : node.children) {
      out += head + " -a " + child.name + about(child.description);
    }
    for (const OptionName& option : options_at(root, node)) {
      out += head + " -l " + option.name.substr(2) + (option.takes_value ? " -r" : "") +
             (option.name == "--db" ? " -F" : "") + about(option.description);
    }
  });
  return out;
}

}  // namespace soleus_cli
