#include <algorithm>
#include <clocale>
#include <cstdio>
#include <exception>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>

#include "tools/cli/command.h"
#include "tools/cli/errors.h"
#include "tools/cli/licences.h"
#include "tools/cli/text.h"

// The `soleus` command: understands the command line, runs what it asks for, and turns what went
// wrong into an exit code and a sentence on standard error.
namespace soleus_cli {
namespace {

enum ExitCode { kOk = 0, kRefused = 1, kUsage = 2, kNotOpened = 3 };

/// CLI11's help without the lists of what excludes what.
class Help : public CLI::Formatter {
 public:
  Help() { column_width(26); }

  std::string make_option_opts(const CLI::Option* option) const override {
    if (option->get_type_size() == 0) return {};
    // What checks a value stands behind a colon; the description says it in words.
    std::string text = option->get_type_name();
    text.erase(std::min(text.size(), text.find(':')));
    if (option->get_expected_max() == CLI::detail::expected_max_vector_size) text += "...";
    if (option->get_required() && !option->get_positional()) text += " (needed)";
    return text.empty() ? text : ' ' + text;
  }
};

void build_commands(CLI::App& app, Session& session) {
  // Before the commands: they take these over.
  app.require_subcommand(0, 1);
  app.fallthrough();
  app.formatter(std::make_shared<Help>());
  app.set_help_flag("-h,--help", "This help");
  GlobalOptions& options = session.options();
  app.add_option("--db", options.db, "The diary's file; else $SOLEUS_DB, else your data folder")
      ->type_name("FILE")
      ->take_last();
  app.add_option("--zone", options.zone, "The time zone, as Europe/Berlin; else the system's")
      ->type_name("ZONE")
      ->take_last();
  app.add_option("--color,--colour", options.colour, "auto, always or never")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->take_last();
  app.add_flag("--json", options.json, "Print the reply as it is");
  app.add_option("--now", options.now)->group("")->take_last();  // for tests and screenshots
  app.add_flag_callback(
      "--licenses",
      [] {
        Session::print(licences_text());
        throw CLI::Success();
      },
      "What Soleus is made of and under which terms");
  app.set_version_flag(
      "--version", [] { return version_text(); }, "The version of Soleus");
  add_log_commands(app, session);
  add_look_commands(app, session);
  add_change_commands(app, session);
  add_habit_commands(app, session);
  add_goal_commands(app, session);
  add_plan_commands(app, session);
  add_settings_commands(app, session);
  add_demo_command(app, session);
  add_call_command(app, session);
  add_completion_command(app, session);
  app.footer(
      "Examples:\n  soleus log walk 30m --brisk\n  soleus today\n  soleus history --days 60\n"
      "\nsoleus COMMAND --help tells more about each. Soleus keeps your diary and reminds you of\n"
      "what you set out to do; it does not diagnose.");
}

void complain(std::string_view sentence, std::string_view field = {}) {
  std::cout.flush();
  std::cerr << "soleus: " << sentence << '\n';
  if (!field.empty()) std::cerr << "  field: " << field << '\n';
}

/// Where to look after a refusal.
std::string_view hint_for(std::string_view code) {
  if (code == "unknown_habit") return "soleus habits --all lists them.";
  if (code == "unknown_entry") return "soleus list shows entries with their ids.";
  if (code == "read_only") return "The file, or its folder, may not be written to.";
  return {};
}

/// With --json what the core replied goes where replies go; a refusal of our own is a sentence.
int refuse(const Session& session, const Refusal& refusal) {
  if (session.wants_json() && !refusal.reply().empty()) {
    Session::print(refusal.reply() + '\n');
  } else {
    complain(refusal.what(), refusal.field());
    const std::string_view hint = hint_for(refusal.code());
    if (!hint.empty()) std::cerr << "  " << hint << '\n';
  }
  return kRefused;
}

int not_opened(const Session& session, const CannotOpen& error) {
  if (session.wants_json() && !error.reply().empty()) {
    Session::print(error.reply() + '\n');
  } else {
    complain(error.what());
  }
  return kNotOpened;
}

int run_chosen(const Session& session) {
  try {
    session.run_chosen();
    return kOk;
  } catch (const UsageError& error) {
    complain(error.what());
    return kUsage;
  } catch (const Refusal& refusal) {
    return refuse(session, refusal);
  } catch (const CannotOpen& error) {
    return not_opened(session, error);
  } catch (const Silent&) {
    return kRefused;
  }
}

/// What was asked for is done, yet whoever reads must not take a torn answer for a whole one.
int flushed(int code) {
  std::cout.flush();
  if (std::cout) return code;
  std::cerr << "soleus: the answer could not be written out.\n";
  return code == kOk ? kRefused : code;
}

void check_utf8(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    if (!is_valid_utf8(argv[i])) {
      throw UsageError("Argument " + std::to_string(i) + " is not valid UTF-8 text.");
    }
  }
}

int run(int argc, char** argv) {
  check_utf8(argc, argv);
  CLI::App app{"Soleus: a diary for the habits that keep your calves, your second heart, at work."};
  app.name("soleus");
  Session session;
  build_commands(app, session);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    app.exit(success);  // help or version: prints it
    return kOk;
  } catch (const CLI::ParseError& error) {
    complain(error.what());
    std::cerr << "See soleus --help, or --help behind the command.\n";
    return kUsage;
  }
  if (app.get_subcommands().empty()) {
    std::cerr << app.help();
    return kUsage;
  }
  return run_chosen(session);
}

}  // namespace
}  // namespace soleus_cli

int main(int argc, char** argv) {
  std::setlocale(LC_CTYPE, "");
  try {
    return soleus_cli::flushed(soleus_cli::run(argc, argv));
  } catch (const soleus_cli::UsageError& error) {
    std::cerr << "soleus: " << error.what() << '\n';
    return soleus_cli::kUsage;
  } catch (const std::exception& error) {
    std::cerr << "soleus: something went wrong here that should not: " << error.what() << '\n';
    return soleus_cli::kRefused;
  }
}
