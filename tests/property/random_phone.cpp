#include "tests/property/random_phone.h"

#include <utility>

#include "tests/property/random_values.h"
#include "tests/support/reference_model.h"

namespace soleus::testing {

namespace {

constexpr std::int64_t kMinuteMs = 60'000;

std::optional<Told> told_in(const Expectation& expected, EventId entry) {
  const auto at = expected.entries().find(entry);
  return at == expected.entries().end() ? std::nullopt : std::optional{at->second};
}

Told told_of(const LoggedEntry& entry) { return {entry.day, entry.occurred_ms, entry.values}; }

}  // namespace

RandomPhone::RandomPhone(Diary& diary, std::uint64_t seed, bool alone)
    : diary_(diary), dice_(seed), alone_(alone), now_ms_(1'772'500'000'000) {
  now_ms_ += dice_.between(0, 500) * 86'400'000;
}

std::string RandomPhone::step() {
  now_ms_ += dice_.between(1, dice_.chance(70) ? 120 : 1500) * kMinuteMs;
  if (dice_.chance(2)) now_ms_ -= 2LL * 1440 * kMinuteMs;  // somebody sets the clock back
  if (dice_.chance(4)) offset_s_ = dice_.pick<std::int32_t>({-36'000, 0, 3'600, 20'700, 50'400});
  events_before_ = diary_.event_count();
  rows_before_ = diary_.rows();
  switch (dice_.weighted({36, 14, 9, 17, 12, 12})) {
    case 0: return add();
    case 1: return amend();
    case 2: return remove();
    case 3: return take_back();
    case 4: return do_again();
    default: return arrange();
  }
}

Request RandomPhone::next_request() {
  Request request;
  request.at = Moment{now_ms_, offset_s_, "Etc/UTC", {}};
  request.request_hash = ++requests_;
  if (dice_.chance(50)) {
    const auto high = static_cast<std::uint64_t>(dice_.between(0, 1LL << 60));
    request.id = EventId{Uuid::v7(now_ms_, high, requests_)};
  }
  return request;
}

/// A refusal is right if nothing was written and the reason is one that random input earns.
std::string RandomPhone::refused(const char* what, const Error& error) {
  if (!quiet()) return std::string{what} + " was refused and wrote all the same";
  switch (error.code) {
    case Code::invalid_value:
    case Code::missing_field:
    case Code::future_day:
    case Code::unknown_entry:
    case Code::not_found:
    case Code::unsupported:
    case Code::unknown_habit: return {};
    case Code::conflict:
      if (!alone_) return {};
      break;
    default: break;
  }
  return std::string{what} + " failed: " + std::string{code_name(error.code)} + " " + error.detail;
}

std::string RandomPhone::wrote(const char* what, Expectation::Action action) {
  ++done_[what];
  // Whatever other devices said of it before, what was done last is what shows.
  std::optional<Entry> shown;
  const reference::Model model{diary_.events()};
  if (const auto visible = model.entry(action.entry)) shown = visible->entry;
  const std::optional<Entry> meant =
      action.after ? std::optional{action.after->values} : std::nullopt;
  if (shown != meant) return std::string{what} + " does not show";
  action.rows_before = rows_before_;
  action.rows_after = diary_.rows();
  expected_.did(std::move(action));
  return {};
}

// ---- adding, amending, removing -------------------------------------------------------------

LogAdd RandomPhone::random_log(const Request& request) {
  LogAdd log;
  log.entry = random_entry(dice_, custom_);
  log.source = dice_.chance(85) ? Source::manual : Source::health;
  if (dice_.chance(40)) {
    const std::int64_t minutes_ago =
        dice_.chance(80) ? dice_.between(0, 600) : dice_.between(0, 20'000);
    log.occurred_at = Occurrence{request.at.utc_ms - minutes_ago * kMinuteMs, {}};
    if (dice_.chance(20)) log.occurred_at->offset_s = 32'400;
  } else if (dice_.chance(50)) {
    log.day = today() + static_cast<std::int32_t>(dice_.between(-9, 2));
  }
  return log;
}

CivilDay RandomPhone::today() const {
  return reference::Model{diary_.events()}.day_of(now_ms_, offset_s_);
}

/// The day the rules give an entry, by the model.
CivilDay RandomPhone::day_of(const LogAdd& log, const Request& request) {
  if (log.day) return *log.day;
  const reference::Model model{diary_.events()};
  if (!log.occurred_at) return model.day_of(request.at.utc_ms, request.at.offset_s);
  return model.day_of(log.occurred_at->utc_ms,
                      log.occurred_at->offset_s.value_or(request.at.offset_s));
}

std::string RandomPhone::add() {
  const Request request = next_request();
  const LogAdd log = random_log(request);
  const CivilDay day = day_of(log, request);
  const auto result = log_add(diary_.ledger(), request, log);
  if (!result) return refused("add", result.error());
  std::optional<std::int64_t> occurred_ms;
  if (!log.day) occurred_ms = log.occurred_at ? log.occurred_at->utc_ms : request.at.utc_ms;
  const Told told{day, occurred_ms, log.entry};
  if (told_of(result->entry) != told) return "add: the answer tells another entry or day";
  const std::string wrong = wrote("add", {result->entry.id, LogOp::add, {}, told, {}, {}, 0, {}});
  if (!wrong.empty() || !request.id || dice_.chance(70)) return wrong;
  return replay(request, log, *result);
}

std::string RandomPhone::replay(const Request& request, const LogAdd& log, const LogResult& first) {
  const std::size_t events = diary_.event_count();
  const auto again = log_add(diary_.ledger(), request, log);
  if (!again || !again->replayed) return "the same request again is not a replay";
  if (again->entry.id != first.entry.id) return "the replay shows another entry";
  Request other = request;
  other.request_hash ^= 1;
  const auto conflict = log_add(diary_.ledger(), other, log);
  if (conflict || conflict.error().code != Code::conflict) return "an id used twice is no conflict";
  ++done_["replay"];
  return diary_.event_count() == events ? "" : "a replay wrote something";
}

std::optional<EventId> RandomPhone::some_entry() {
  const std::vector<EventId> ids = expected_.ever_logged();
  if (ids.empty()) return std::nullopt;
  return dice_.pick(ids);
}

std::string RandomPhone::amend() {
  const auto entry = some_entry();
  if (!entry) return add();
  const Request request = next_request();
  const auto before = told_in(expected_, *entry);
  LogAmend change;
  change.entry = *entry;
  change.change = [&](const Entry& present) -> Result<Entry> {
    Entry values = present;
    if (dice_.chance(75)) values.amounts = random_amounts(dice_, present.habit);
    return values;
  };
  if (dice_.chance(25) && before) {
    change.day = before->day + static_cast<std::int32_t>(dice_.between(-3, 1));
  }
  const auto result = log_amend(diary_.ledger(), request, change);
  if (!result) return refused("amend", result.error());
  if (!result->changed) return quiet() ? "" : "an amend without a change wrote something";
  const Told after = told_of(result->entry);
  if (alone_ && !before) return "a removed entry was amended";
  if (alone_ && !change.day && after.day != before->day) return "an amend moved its entry";
  if (alone_ && !change.day && after == *before) return "an amend without a change was recorded";
  if (change.day && after.day != *change.day) return "an amend did not move its entry";
  return wrote("amend", {*entry, LogOp::amend, before, after, {}, {}, 0, {}});
}

std::string RandomPhone::remove() {
  const auto entry = some_entry();
  if (!entry) return add();
  const auto before = told_in(expected_, *entry);
  const auto result = log_remove(diary_.ledger(), next_request(), *entry);
  if (!result) {
    if (alone_ && before) return "remove was refused: " + result.error().detail;
    return refused("remove", result.error());
  }
  if (alone_ && !before) return "an entry was removed twice";
  return wrote("remove", {*entry, LogOp::remove, before, {}, {}, {}, 0, {}});
}

// ---- undo and redo --------------------------------------------------------------------------

std::string RandomPhone::moved(const char* what, const Result<UndoResult>& result,
                               Expectation::Action* expected, bool back) {
  if (!alone_) {
    if (!result) return refused(what, result.error());
    ++done_[what];
    return {};
  }
  if (!result) {
    if (expected != nullptr) return std::string{what} + " was refused: " + result.error().detail;
    return refused(what, result.error());
  }
  if (expected == nullptr) return std::string{what} + " found something to do";
  if (result->op != expected->op || result->log.entry.id != expected->entry) {
    return std::string{what} + " took another action";
  }
  ++done_[what];
  // If nothing else has touched the file's rows since, they are as they were, fact by fact.
  const std::vector<DayRow>& from = back ? expected->rows_after : expected->rows_before;
  const std::vector<DayRow>& to = back ? expected->rows_before : expected->rows_after;
  if (rows_before_ == from) {
    ++done_["rows as before"];
    if (diary_.rows() != to) return std::string{what} + " did not bring the rows back";
  }
  if (back) {
    expected_.undo(*expected);
  } else {
    expected_.redo(*expected);
  }
  return {};
}

std::string RandomPhone::take_back() {
  const auto entry = dice_.chance(30) ? some_entry() : std::nullopt;
  Expectation::Action* expected = expected_.undoable(entry);
  return moved("undo", log_undo(diary_.ledger(), next_request(), entry), expected, true);
}

std::string RandomPhone::do_again() {
  const auto entry = dice_.chance(30) ? some_entry() : std::nullopt;
  Expectation::Action* expected = expected_.redoable(entry);
  return moved("redo", log_redo(diary_.ledger(), next_request(), entry), expected, false);
}

}  // namespace soleus::testing
