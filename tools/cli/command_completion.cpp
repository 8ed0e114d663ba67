#include "tools/cli/command.h"
#include "tools/cli/completion.h"

// `soleus completion`: the scripts are made from the very tree that reads the command line, so they
// cannot fall behind it.
namespace soleus_cli {
namespace {

CommandNode node_of(const CLI::App& app) {
  CommandNode node;
  node.name = app.get_name();
  node.aliases = app.get_aliases();
  node.description = app.get_description();
  for (const CLI::Option* option : app.get_options()) {
    const bool hidden = option->get_group().empty();
    if (hidden || option->get_positional()) continue;
    for (const std::string& name : option->get_lnames()) {
      node.options.push_back(
          {"--" + name, option->get_description(), option->get_items_expected_max() > 0});
    }
  }
  for (const CLI::App* child : app.get_subcommands(nullptr))
    node.children.push_back(node_of(*child));
  return node;
}

}  // namespace

void add_completion_command(CLI::App& app, Session& session) {
  const auto shell = std::make_shared<std::string>();
  CLI::App* command =
      add_command(app, "completion", "A script that lets your shell complete soleus commands",
                  {"completion bash > ~/.local/share/bash-completion/completions/soleus",
                   "completion fish > ~/.config/fish/completions/soleus.fish"});
  command->add_option("SHELL", *shell, "bash, zsh or fish")
      ->type_name("")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  on_run(command, session, [&app, shell] {
    const CommandNode root = node_of(app);
    Session::print(*shell == "bash"  ? bash_completion(root)
                   : *shell == "zsh" ? zsh_completion(root)
                                     : fish_completion(root));
  });
}

}  // namespace soleus_cli
