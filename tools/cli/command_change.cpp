#include <boost/json/array.hpp>

#include <utility>

#include "tools/cli/amounts.h"
#include "tools/cli/command.h"
#include "tools/cli/entry_finder.h"
#include "tools/cli/errors.h"
#include "tools/cli/render_list.h"
#include "tools/cli/render_today.h"
#include "tools/cli/text.h"
#include "tools/cli/words_of_log.h"

// Changing what is logged: amend, remove, undo, redo.
namespace soleus_cli {
namespace {

struct Amendment {
  std::string entry;
  std::vector<std::string> amount;
  std::string kind;  // exercise or stretch
  std::string pace, terrain, position, side;
  std::string steps, load, heel, note;
  bool no_note = false, no_time = false;
  bool electrolytes = false, no_electrolytes = false;
  When when;
};

/// "none" takes a value away, which the protocol says with null.
bool cleared(std::string_view typed) { return lower(trim(typed)) == "none"; }

void put_word(JsonObject& params, std::string_view name, const std::string& typed,
              const std::vector<Word>& words) {
  if (typed.empty()) return;
  const boost::json::string_view key(name.data(), name.size());
  if (cleared(typed)) {
    params[key] = nullptr;
  } else {
    params[key] = meant_by(words, typed, "a " + std::string(name));
  }
}

template <class Parse>
void put_number(JsonObject& params, std::string_view name, const std::string& typed,
                const Parse& parse) {
  if (typed.empty()) return;
  const boost::json::string_view key(name.data(), name.size());
  if (cleared(typed)) {
    params[key] = nullptr;
  } else {
    params[key] = parse(typed);
  }
}

void put_details(const Amendment& said, JsonObject& params) {
  static const std::vector<Word> kPaces{{"easy", "easy"}, {"brisk", "brisk"}};
  static const std::vector<Word> kPositions{
      {"seated", "seated"}, {"standing", "standing"}, {"single-leg", "single_leg"}};
  static const std::vector<Word> kSides{{"left", "left"}, {"right", "right"}, {"both", "both"}};
  put_word(params, "pace", said.pace, kPaces);
  put_word(params, "terrain", said.terrain, terrain_words());
  put_word(params, "position", said.position, kPositions);
  put_word(params, "side", said.side, kSides);
  put_number(params, "steps", said.steps, parse_count);
  put_number(params, "load_g", said.load, parse_load_g);
  put_number(params, "heel_mm", said.heel, parse_height_mm);
  if (said.electrolytes || said.no_electrolytes) params["with_electrolytes"] = said.electrolytes;
  if (!said.note.empty()) params["note"] = said.note;
  if (said.no_note) params["note"] = nullptr;
}

/// The day and time: what is not said stays as the entry has it.
void put_new_time(Session& session, const Amendment& said, const Json& entry, JsonObject& params) {
  When when = said.when;
  if (!when.at.empty() && when.day.empty()) when.day = text_of(entry, "day");
  put_when(session, when, params);
  if (said.no_time) params["occurred_at"] = nullptr;
}

void amend(Session& session, const Amendment& said) {
  const Json entry = find_entry(session, said.entry);
  const std::string habit = text_of(entry, "habit");
  JsonObject params{{"entry", text_of(entry, "id")}};
  if (!said.amount.empty()) {
    const KnownHabit* known = session.habits().with_id(habit);
    put_amount(habit, known == nullptr ? "" : known->kind, joined(said.amount), params);
  }
  if (!said.kind.empty() && habit == "stretching") {
    params["stretch"] = meant_by(stretch_words(), said.kind, "a stretch");
  } else if (!said.kind.empty()) {
    params["exercise"] = meant_by(exercise_words(), said.kind, "an exercise");
  }
  put_details(said, params);
  put_new_time(session, said, entry, params);
  if (params.size() == 1) throw UsageError("Say what to change; see soleus amend --help.");
  const auto result = session.answer("log.amend", params);
  if (!result) return;
  std::string out =
      "Now " +
      entry_line(member(*result, "entry"), session.habits(), session.clock(), session.look()) +
      ".\n";
  for (const Json& hint : items_of(*result, "hints"))
    out += printable(text_of(hint, "text")) + '\n';
  Session::print(out);
}

void remove(Session& session, const std::string& typed) {
  const std::string id =
      is_whole_id(typed) ? trim(typed) : text_of(find_entry(session, typed), "id");
  const auto result = session.answer("log.remove", {{"entry", id}});
  if (!result) return;
  Session::print(
      "Removed " +
      entry_line(member(*result, "entry"), session.habits(), session.clock(), session.look()) +
      ".\nsoleus undo brings it back.\n");
}

/// What `log.undo` took back, or `log.redo` did again, in words.
std::string told(std::string_view op, bool undo, const std::string& entry) {
  if (op == "add") return undo ? "Took back " + entry : "Logged again: " + entry;
  if (op == "remove") return undo ? "Put back " + entry : "Removed again: " + entry;
  return (undo ? "Took back the change; again it is " : "Changed again; now it is ") + entry;
}

void take_back(Session& session, bool undo, const std::string& typed) {
  JsonObject params;
  if (!typed.empty()) {
    params["entry"] = is_whole_id(typed) ? trim(typed) : text_of(find_entry(session, typed), "id");
  }
  const auto result = session.answer(undo ? "log.undo" : "log.redo", params);
  if (!result) return;
  const Json& undone = member(*result, "undone");
  const std::string entry =
      entry_line(member(undone, "entry"), session.habits(), session.clock(), session.look());
  Session::print(told(text_of(undone, "op"), undo, entry) + ".\n");
}

void add_amend(CLI::App& app, Session& session) {
  const auto said = std::make_shared<Amendment>();
  CLI::App* command =
      add_command(app, "amend", "Correct an entry; what you do not say stays as it is",
                  {"amend 3f9a2c 45m", "amend 3f9a2c --pace brisk --note \"with Ana\"",
                   "amend 3f9a2c --day yesterday --at 18:15"});
  const auto add = [&](const std::string& name, std::string& value, const std::string& type,
                       const std::string& description) {
    command->add_option(name, value, description)->type_name(type);
  };
  command->add_option("ENTRY", said->entry, "The end of its id, as soleus list shows it")
      ->type_name("")
      ->required();
  command->add_option("AMOUNT", said->amount, "The right amount, as with log")->type_name("");
  add("--kind", said->kind, "WORD", "The exercise or the stretch");
  add("--pace", said->pace, "WORD", "easy, brisk or none");
  add("--terrain", said->terrain, "WORD", listed(terrain_words()) + " or none");
  add("--position", said->position, "WORD", "seated, standing, single-leg or none");
  add("--side", said->side, "WORD", "left, right, both or none");
  add("--steps", said->steps, "N", "Steps, or none");
  add("--load", said->load, "WEIGHT", "Weight carried, or none");
  add("--heel", said->heel, "HEIGHT", "Height of the heel, or none");
  add("--note", said->note, "TEXT", "A new note");
  command->add_flag("--no-note", said->no_note, "Take the note away");
  command->add_flag("--electrolytes", said->electrolytes, "With electrolytes");
  command->add_flag("--no-electrolytes", said->no_electrolytes, "Without");
  command->add_flag("--no-time", said->no_time, "Forget the time of day");
  add_when(command, said->when);
  on_run(command, session, [&session, said] { amend(session, *said); });
}

void add_with_entry(CLI::App& app, Session& session, const std::string& name,
                    const std::string& description, const std::vector<std::string>& examples,
                    bool required, std::function<void(Session&, const std::string&)> action) {
  const auto entry = std::make_shared<std::string>();
  CLI::App* command = add_command(app, name, description, examples);
  command->add_option("ENTRY", *entry, "The end of its id, as soleus list shows it")
      ->type_name("")
      ->required(required);
  on_run(command, session,
         [&session, entry, action = std::move(action)] { action(session, *entry); });
}

}  // namespace

void add_change_commands(CLI::App& app, Session& session) {
  add_amend(app, session);
  add_with_entry(app, session, "remove", "Take an entry out", {"remove 3f9a2c"}, true, remove);
  add_with_entry(app, session, "undo",
                 "Take back the last log, amend or remove; again goes further back",
                 {"undo", "undo 3f9a2c"}, false,
                 [](Session& s, const std::string& entry) { take_back(s, true, entry); });
  add_with_entry(app, session, "redo", "Do again what undo took back", {"redo", "redo 3f9a2c"},
                 false, [](Session& s, const std::string& entry) { take_back(s, false, entry); });
}

}  // namespace soleus_cli
