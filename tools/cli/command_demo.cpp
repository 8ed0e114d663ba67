#include <boost/json/serialize.hpp>

#include <array>
#include <filesystem>
#include <map>
#include <utility>

#include "tools/cli/amounts.h"
#include "tools/cli/command.h"
#include "tools/cli/demo_script.h"
#include "tools/cli/envelope.h"
#include "tools/cli/errors.h"
#include "tools/cli/surroundings.h"
#include "tools/cli/text.h"

// `soleus demo`: fills a new file with a made-up person's days, so that every screen has something
// to show.
namespace soleus_cli {
namespace {

/// A file that goes away again unless it is kept.
class NewFile {
 public:
  explicit NewFile(std::string path) : path_(std::move(path)) {}
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile() {
    if (kept_) return;
    std::error_code ignored;
    for (const std::string_view tail : {"", "-wal", "-shm", "-journal"}) {
      std::filesystem::remove(path_ + std::string(tail), ignored);
    }
  }
  void keep() { kept_ = true; }

 private:
  std::string path_;
  bool kept_ = false;
};

/// Sends the steps; knows the ids of the habits made on the way.
class Player {
 public:
  explicit Player(Client& client) : client_(client) {}

  void play(DemoStep step) {
    const std::string habit = text_of(step.params, "habit");
    if (habit.starts_with("@")) step.params["habit"] = ids_.at(habit.substr(1));
    JsonObject request = envelope(step.op, step.params, Clock{step.zone, step.utc_ms});
    request["id"] = step.id;
    const Json result = result_of(client_.call(boost::json::serialize(request)));
    if (step.op == "habits.create") {
      const Json& made = member(result, "habit");
      ids_[text_of(made, "title")] = text_of(made, "id");
    }
    if (step.op == "log.add") ++entries_;
  }

  int entries() const { return entries_; }

 private:
  Client& client_;
  std::map<std::string, std::string> ids_;
  int entries_ = 0;
};

void demo(Session& session, const std::string& seed_typed) {
  const auto seed = static_cast<std::uint64_t>(parse_count(seed_typed));
  const std::string path = session.db_path();
  if (std::filesystem::exists(std::filesystem::symlink_status(path))) {
    throw Refusal(printable(path) +
                  " is there already; a demo only fills a new file. "
                  "Name one with --db FILE.");
  }
  if (session.options().db.empty()) make_folder_of(path);
  NewFile file{path};
  const Clock& clock = session.clock();
  const Day today = clock.local_day();
  int entries = 0;
  {
    Client client{{path, demo_device(seed), false}};
    Player player{client};
    for (DemoStep& step : demo_script(clock.zone_name(), today, seed)) player.play(std::move(step));
    entries = player.entries();
  }
  file.keep();
  if (session.answer("today") && !session.wants_json()) {
    Session::print("Filled " + printable(path) + " with " + std::to_string(kDemoDays) +
                   " made-up days and " + std::to_string(entries) + " entries, up to " +
                   long_day_text(today) + ".\nLook at it with\n  soleus today --db " + path +
                   "\n  soleus history --db " + path + '\n');
  }
}

}  // namespace

void add_demo_command(CLI::App& app, Session& session) {
  const auto seed = std::make_shared<std::string>("1");
  CLI::App* command =
      add_command(app, "demo", "Fill a new file with 120 made-up days, to look around",
                  {"demo --db demo.db", "demo --db other.db --seed 7"});
  command->add_option("--seed", *seed, "Another number makes another person")->type_name("N");
  on_run(command, session, [&session, seed] { demo(session, *seed); });
}

}  // namespace soleus_cli
