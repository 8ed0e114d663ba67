#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>
#include <variant>

#include "core/journal/versions.h"
#include "core/tracker/entry_view.h"
#include "core/tracker/ledger.h"
#include "core/tracker/log.h"

// Undo and redo are versions like any other. An add, amend or remove made by the person is an
// action; an undo brings the entry back to what stood before its action, a redo to the action.
namespace soleus {
namespace {

constexpr std::size_t kFirstLook = 64;

std::optional<EventId> undone_by(const Event& event) {
  if (const auto* amended = std::get_if<EntryAmended>(&event.payload)) return amended->undoes;
  if (const auto* removed = std::get_if<EntryRemoved>(&event.payload)) return removed->undoes;
  return std::nullopt;
}

std::optional<EventId> redone_by(const Event& event) {
  if (const auto* amended = std::get_if<EntryAmended>(&event.payload)) return amended->redoes;
  if (const auto* removed = std::get_if<EntryRemoved>(&event.payload)) return removed->redoes;
  return std::nullopt;
}

bool is_action(const Event& event) { return !undone_by(event) && !redone_by(event); }

/// The versions of one entry, read as a history of actions.
class EntryHistory {
 public:
  explicit EntryHistory(std::vector<Event> versions) : versions_(std::move(versions)) {}

  const std::vector<Event>& versions() const { return versions_; }
  const Event& visible() const { return visible_version(versions_); }
  bool erased() const { return std::holds_alternative<ErasedContent>(visible().payload); }

  const Event* find(EventId id) const {
    const auto found = std::find_if(versions_.begin(), versions_.end(),
                                    [&](const Event& e) { return e.id == id; });
    return found == versions_.end() ? nullptr : &*found;
  }

  /// The version an action replaced; null for the one that began the entry.
  const Event* before(const Event& action) const {
    const Event* best = nullptr;
    for (const EventId id : action.supersedes) {
      const Event* version = find(id);
      if (version != nullptr && (best == nullptr || ruled_by(*best, *version))) best = version;
    }
    return best;
  }

  /// The action whose outcome `version` shows; null if it shows the time before the entry. Undos
  /// are followed backwards one by one; a damaged chain ends where it is broken.
  const Event* outcome(const Event* version) const {
    std::set<EventId> seen;
    while (version != nullptr && !is_action(*version) && seen.insert(version->id).second) {
      if (const auto redone = redone_by(*version)) return find(*redone);
      const Event* action = find(*undone_by(*version));
      version = action == nullptr ? nullptr : before(*action);
    }
    return version;
  }

  /// Whether `later` was told after `earlier`: because it follows on it, whatever the clocks of the
  /// devices say, or, of two that did not know each other, by the order in which events rule.
  bool told_after(const Event& earlier, const Event& later) const {
    if (follows(later, earlier)) return true;
    return !follows(earlier, later) && ruled_by(earlier, later);
  }

  /// Whether the newest word on `action` is that it was taken back.
  bool is_undone(const Event& action) const {
    const Event* last = nullptr;
    for (const Event& version : versions_) {
      if (undone_by(version) != action.id && redone_by(version) != action.id) continue;
      if (last == nullptr || told_after(*last, version)) last = &version;
    }
    return last != nullptr && undone_by(*last) == action.id;
  }

 private:
  bool follows(const Event& later, const Event& earlier) const {
    std::vector<EventId> to_visit = later.supersedes;
    std::set<EventId> seen;
    while (!to_visit.empty()) {
      const EventId id = to_visit.back();
      to_visit.pop_back();
      if (id == earlier.id) return true;
      const Event* version = seen.insert(id).second ? find(id) : nullptr;
      if (version == nullptr) continue;
      to_visit.insert(to_visit.end(), version->supersedes.begin(), version->supersedes.end());
    }
    return false;
  }

  std::vector<Event> versions_;
};

Result<EntryHistory> history_of(Ledger& ledger, EventId root) {
  SOLEUS_TRY_ASSIGN(std::vector<Event> versions, ledger.store().versions(root));
  if (versions.empty()) {
    return fail(Code::unknown_entry, "params.entry", "There is no such entry.");
  }
  return EntryHistory{std::move(versions)};
}

/// The action to undo or redo, with the entry it is about.
struct Target {
  EntryHistory history;
  EventId action;
};

LogOp op_of(const Event& action) {
  if (std::holds_alternative<EntryRemoved>(action.payload)) return LogOp::remove;
  return action.id == action.root ? LogOp::add : LogOp::amend;
}

/// Walks this device's entry events, newest first, until `stop` says it has seen enough.
template <class Stop>
Status newest_first(Ledger& ledger, const Stop& stop) {
  std::size_t seen = 0;
  for (std::size_t count = kFirstLook;; count *= 4) {
    SOLEUS_TRY_ASSIGN(const std::vector<Event> events, ledger.store().newest_own_entries(count));
    for (; seen < events.size(); ++seen) {
      SOLEUS_TRY_ASSIGN(const bool enough, stop(events[seen]));
      if (enough) return {};
    }
    if (events.size() < count) return {};
  }
}

Error nothing_to(const char* what) {
  return {Code::not_found, "", std::string("There is nothing left to ") + what + "."};
}

Error changed_since() {
  return {Code::conflict, "params.entry", "This entry was changed elsewhere since then."};
}

Result<Target> undo_target(Ledger& ledger) {
  std::optional<Target> target;
  SOLEUS_TRY(newest_first(ledger, [&](const Event& event) -> Result<bool> {
    if (!is_action(event)) return false;
    SOLEUS_TRY_ASSIGN(EntryHistory history, history_of(ledger, event.root));
    if (history.erased() || history.is_undone(event)) return false;
    target = Target{std::move(history), event.id};
    return true;
  }));
  if (!target) return tl::unexpected<Error>(nothing_to("undo"));
  const Event* shown = target->history.outcome(&target->history.visible());
  if (shown == nullptr || shown->id != target->action) {
    return tl::unexpected<Error>(changed_since());
  }
  return std::move(*target);
}

Result<Target> undo_target(Ledger& ledger, EventId entry) {
  SOLEUS_TRY_ASSIGN(EntryHistory history, history_of(ledger, entry));
  const Event* shown = history.outcome(&history.visible());
  if (shown == nullptr || history.erased()) return tl::unexpected<Error>(nothing_to("undo"));
  const EventId action = shown->id;
  return Target{std::move(history), action};
}

/// Whether doing `action` again follows on what the entry shows now.
bool redoable(const EntryHistory& history, const Event& action) {
  return history.is_undone(action) &&
         history.outcome(history.before(action)) == history.outcome(&history.visible());
}

// Only what was undone last can be done again, and only until the person does something new.
Result<Target> redo_target(Ledger& ledger) {
  std::optional<Target> target;
  SOLEUS_TRY(newest_first(ledger, [&](const Event& event) -> Result<bool> {
    if (is_action(event)) return true;
    const auto undone = undone_by(event);
    if (!undone) return false;
    SOLEUS_TRY_ASSIGN(EntryHistory history, history_of(ledger, event.root));
    const Event* action = history.find(*undone);
    if (action == nullptr || !redoable(history, *action)) return false;
    target = Target{std::move(history), *undone};
    return true;
  }));
  if (!target) return tl::unexpected<Error>(nothing_to("redo"));
  return std::move(*target);
}

Result<Target> redo_target(Ledger& ledger, EventId entry) {
  SOLEUS_TRY_ASSIGN(EntryHistory history, history_of(ledger, entry));
  const Event* best = nullptr;
  for (const Event& version : history.versions()) {
    const auto undone = undone_by(version);
    const Event* action = undone ? history.find(*undone) : nullptr;
    if (action == nullptr || !redoable(history, *action)) continue;
    if (best == nullptr || history.told_after(*best, version)) best = &version;
  }
  if (best == nullptr) return tl::unexpected<Error>(nothing_to("redo"));
  const EventId action = *undone_by(*best);
  return Target{std::move(history), action};
}

/// A version that shows what `model` shows; `model` null: the time before the entry.
Payload version_like(const Event* model, const Entry& habit_of, std::optional<EventId> undoes,
                     std::optional<EventId> redoes) {
  const Entry* entry = model == nullptr ? nullptr : entry_of(*model);
  if (entry == nullptr) return EntryRemoved{habit_of.habit, undoes, redoes};
  return EntryAmended{*entry, undoes, redoes};
}

const Event& any_with_values(const EntryHistory& history) {
  return *std::find_if(history.versions().begin(), history.versions().end(),
                       [](const Event& e) { return entry_of(e) != nullptr; });
}

Result<UndoResult> apply(Ledger& ledger, Command command, const Target& target, bool undo) {
  const Event& action = *target.history.find(target.action);
  const Event* model = undo ? target.history.before(action) : &action;
  const Event& with_values = any_with_values(target.history);
  Event& event = command.record(version_like(model, *entry_of(with_values),
                                             undo ? std::optional{action.id} : std::nullopt,
                                             undo ? std::nullopt : std::optional{action.id}));
  const Event& timed = model == nullptr ? action : *model;
  event.root = action.root;
  event.supersedes = unsuperseded(target.history.versions());
  event.source = target.history.visible().source;
  place(event, {timed.civil_day, timed.occurred_ms,
                timed.occurred_offset_s.value_or(timed.offset_s), timed.day_start_min});
  const Event recorded = event;
  SOLEUS_TRY(command.commit());

  UndoResult result;
  result.op = op_of(action);
  const EntryView view{view_entry(target.history.versions()).first, &recorded};
  const Event& shown = entry_of(recorded) != nullptr              ? recorded
                       : entry_of(action) != nullptr              ? action
                       : target.history.before(action) != nullptr ? *target.history.before(action)
                                                                  : with_values;
  result.log.entry = describe(view, shown, ledger.setup());
  return result;
}

Result<UndoResult> replay(Ledger& ledger, const Command& command) {
  const Event& event = *command.replayed();
  SOLEUS_TRY_ASSIGN(const EntryHistory history, history_of(ledger, event.root));
  if (history.erased()) return tl::unexpected<Error>(nothing_to("show"));
  const auto undone = undone_by(event);
  const auto target = undone ? undone : redone_by(event);
  const Event* action = target ? history.find(*target) : nullptr;
  UndoResult result;
  result.op = action == nullptr ? LogOp::add : op_of(*action);
  const EntryView view = view_entry(history.versions());
  result.log.entry = describe(
      view, view.entry() == nullptr ? any_with_values(history) : *view.visible, ledger.setup());
  result.log.replayed = true;
  result.log.changed = false;
  return result;
}

}  // namespace

Result<UndoResult> log_undo(Ledger& ledger, const Request& request, std::optional<EventId> entry) {
  SOLEUS_TRY_ASSIGN(Command command, Command::begin(ledger, request));
  if (command.replayed()) return replay(ledger, command);
  SOLEUS_TRY_ASSIGN(const Target target, entry ? undo_target(ledger, *entry) : undo_target(ledger));
  return apply(ledger, std::move(command), target, true);
}

Result<UndoResult> log_redo(Ledger& ledger, const Request& request, std::optional<EventId> entry) {
  SOLEUS_TRY_ASSIGN(Command command, Command::begin(ledger, request));
  if (command.replayed()) return replay(ledger, command);
  SOLEUS_TRY_ASSIGN(const Target target, entry ? redo_target(ledger, *entry) : redo_target(ledger));
  return apply(ledger, std::move(command), target, false);
}

}  // namespace soleus
