#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "tools/cli/client.h"
#include "tools/cli/clock.h"
#include "tools/cli/days.h"
#include "tools/cli/habit_book.h"
#include "tools/cli/look.h"
#include "tools/cli/reply.h"

namespace soleus_cli {

/// What can be said with every command.
struct GlobalOptions {
  std::string db;
  std::string zone;
  std::string now;
  std::string colour = "auto";
  bool json = false;
};

/// One run of the command line: where the diary is, what time it is, how to answer. What a command
/// does not need is not opened.
class Session {
 public:
  GlobalOptions& options() { return options_; }
  bool wants_json() const { return options_.json; }

  /// Keeps what the command line asks for, to be done once all of it is understood. The first one
  /// counts: subcommands come before the command they belong to.
  void choose(std::function<void()> action);
  void run_chosen() const;

  const Clock& clock();
  const Look& look();
  Client& client();
  std::string db_path() const;

  /// The envelope around a request of this moment.
  std::string request(std::string_view op, const JsonObject& params);

  /// Asks something on the way to an answer. @errors Refusal.
  Json ask(std::string_view op, const JsonObject& params = {});

  /// Asks what the person asked for. With --json the reply is printed and nothing returned.
  /// @errors Refusal.
  std::optional<Json> answer(std::string_view op, const JsonObject& params = {});

  /// The diary's day at this moment: the day start is the core's business.
  Day today();
  Day day_of(std::string_view text, Towards towards);

  /// All habits, archived ones included; asked for once.
  const HabitBook& habits();
  /// What the core shall take for the habit `typed`: its id; the word itself if there is none such,
  /// so that it is the core that says so. @errors Refusal: more than one fits.
  std::string habit_id(std::string_view typed);

  /// Prints to standard output.
  static void print(std::string_view text);
  /// Says something beside the answer, on standard error.
  static void remark(std::string_view text);

 private:
  GlobalOptions options_;
  std::function<void()> chosen_;
  std::optional<Clock> clock_;
  std::optional<Look> look_;
  std::optional<Client> client_;
  std::optional<Day> today_;
  std::optional<HabitBook> habits_;
};

}  // namespace soleus_cli
