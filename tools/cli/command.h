#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tools/cli/session.h"

// What the commands are built with.
namespace soleus_cli {

/// A subcommand with examples under its help; `examples` are what follows "soleus ".
CLI::App* add_command(CLI::App& parent, const std::string& name, const std::string& description,
                      const std::vector<std::string>& examples);

/// Runs `action` once the whole command line is understood.
void on_run(CLI::App* command, Session& session, std::function<void()> action);

/// The day and the time of day an entry is for.
struct When {
  std::string day;
  std::string at;
};

void add_when(CLI::App* command, When& when);

/// Puts `day` or `occurred_at` into `params`, neither if nothing was said. Tells the person when
/// the time happens twice. @errors UsageError.
void put_when(Session& session, const When& when, JsonObject& params);

/// Words of one amount as they were typed: "45 min" arrives as two.
std::string joined(const std::vector<std::string>& words);

// One function a group of commands, in the order of the help.
void add_log_commands(CLI::App& app, Session& session);
void add_look_commands(CLI::App& app, Session& session);
void add_change_commands(CLI::App& app, Session& session);
void add_habit_commands(CLI::App& app, Session& session);
void add_goal_commands(CLI::App& app, Session& session);
void add_plan_commands(CLI::App& app, Session& session);
void add_settings_commands(CLI::App& app, Session& session);
void add_demo_command(CLI::App& app, Session& session);
void add_call_command(CLI::App& app, Session& session);
void add_completion_command(CLI::App& app, Session& session);

}  // namespace soleus_cli
