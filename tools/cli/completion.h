#pragma once

#include <string>
#include <vector>

// Shell completion scripts, made from the commands there are.
namespace soleus_cli {

struct OptionName {
  std::string name;  // "--note"
  std::string description;
  bool takes_value = false;
};

/// A command with everything that may follow it.
struct CommandNode {
  std::string name;
  std::vector<std::string> aliases;
  std::string description;
  std::vector<OptionName> options;
  std::vector<CommandNode> children;
};

std::string bash_completion(const CommandNode& root);
std::string zsh_completion(const CommandNode& root);
std::string fish_completion(const CommandNode& root);

}  // namespace soleus_cli
