#include "tests/support/sample_payloads.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace soleus::testing {
namespace {

/// Fills values from chance, or (without dice) fully and always the same.
class Filler {
 public:
  explicit Filler(Dice* dice) : dice_(dice) {}

  std::int64_t number(std::int64_t usual) {
    if (dice_ == nullptr) return usual;
    if (dice_->chance(5)) return std::numeric_limits<std::int64_t>::max();
    if (dice_->chance(5)) return std::numeric_limits<std::int64_t>::min();
    return dice_->between(-1000, 100000);
  }
  std::int32_t small(std::int32_t usual) {
    if (dice_ == nullptr) return usual;
    return static_cast<std::int32_t>(dice_->between(std::numeric_limits<std::int32_t>::min(),
                                                    std::numeric_limits<std::int32_t>::max()));
  }
  bool yes() { return dice_ == nullptr || dice_->chance(50); }

  std::string text(const char* usual) {
    if (dice_ == nullptr) return usual;
    static const std::vector<std::string> kPieces = {
        "",     "a note",    "\"quoted\"",  "back\\slash", "line\nbreak",  std::string(1, '\0'),
        "\x1f", "\x7f",      "\t\r\b\f",    "Füße",        "二つ目の心臓", "🦵",
        "é",    "</script>", "\xe2\x80\xa8"};
    std::string out;
    for (std::int64_t i = dice_->between(0, 3); i > 0; --i) out += dice_->pick(kPieces);
    return out;
  }
  CivilDay day() {
    return CivilDay{static_cast<std::int32_t>(dice_ ? between(10957, 84005) : 20777)};
  }
  EventId id() {
    return EventId{Uuid::v7(1795165200000, static_cast<std::uint64_t>(number(7)),
                            static_cast<std::uint64_t>(number(9)))};
  }
  HabitId habit() {
    return HabitId{dice_ != nullptr && dice_->chance(50) ? id().value.text() : "walking"};
  }
  template <class Enum>
  Enum word(Enum usual) {
    const auto last = static_cast<std::int64_t>(Names<Enum>::values.size()) - 1;
    return dice_ == nullptr ? usual : static_cast<Enum>(between(0, last));
  }
  template <class Make>
  auto maybe(Make make) -> std::optional<decltype(make())> {
    if (!yes()) return std::nullopt;
    return make();
  }
  template <class Make>
  auto some(Make make) -> std::vector<decltype(make())> {
    std::vector<decltype(make())> out;
    for (std::int64_t i = dice_ ? between(0, 3) : 2; i > 0; --i) out.push_back(make());
    return out;
  }
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return dice_ ? dice_->between(low, high) : low;
  }

  TagSet tags() {
    TagSet set;
    set.bits = static_cast<std::uint8_t>(between(0x52, 0xff));
    return set;
  }
  WeekdaySet weekdays() {
    WeekdaySet set;
    set.bits = static_cast<std::uint8_t>(between(0x15, 0x7f));
    return set;
  }
  Weekday weekday() { return static_cast<Weekday>(between(3, 7)); }
  DeskWindow window() { return {small(480), small(1020)}; }
  Schedule schedule() { return {word(ScheduleType::weekdays), weekdays(), small(2), small(3)}; }
  Goal goal() { return {schedule(), number(1800), day()}; }
  Scope scope() {
    return {some([&] { return habit(); }), maybe([&] { return word(Tag::walk); })};
  }
  Answer answer() {
    Answer out;
    out.code = text("calf_pain");
    switch (between(2, 4)) {
      case 2: out.value = yes(); break;
      case 3: out.value = number(385); break;
      default: out.value = text("left");
    }
    out.leg = maybe([&] { return word(Side::left); });
    return out;
  }

  Entry entry(std::size_t kind) {
    static const char* const kHabits[] = {"walking", "calf_raises",   "strength",      "stretching",
                                          "water",   "posture_check", "footwear_check"};
    Entry entry;
    entry.habit = kind < std::size(kHabits) ? HabitId{kHabits[kind]} : HabitId{id().value.text()};
    entry.amounts = amounts(kind);
    entry.note = text("after lunch");
    entry.source_id = text("app/17");
    return entry;
  }

 private:
  Amounts amounts(std::size_t kind) {
    const auto maybe_number = [&](std::int64_t usual) {
      return maybe([&] { return number(usual); });
    };
    switch (kind) {
      case 0:
        return WalkingAmounts{number(1800), word(Pace::brisk), word(Terrain::incline),
                              maybe_number(3100)};
      case 1:
        return CalfRaiseAmounts{number(3), maybe_number(15),
                                maybe([&] { return word(Position::seated); })};
      case 2:
        return StrengthAmounts{word(Exercise::skipping_rope), maybe_number(3), maybe_number(10),
                               maybe_number(600), maybe_number(5000)};
      case 3:
        return StretchingAmounts{word(Stretch::bent_knee_wall), number(120),
                                 maybe([&] { return word(Side::both); })};
      case 4: return WaterAmounts{number(300), yes()};
      case 5: return PostureCheckAmounts{};
      case 6: return FootwearCheckAmounts{maybe_number(30)};
      default: return CustomAmounts{number(1)};
    }
  }

  Dice* dice_;
};

void fill(Filler& f, EntryLogged& p) {
  p.entry = f.entry(static_cast<std::size_t>(f.between(0, 7)));
}
void fill(Filler& f, EntryAmended& p) {
  p.entry = f.entry(static_cast<std::size_t>(f.between(2, 7)));
  p.undoes = f.maybe([&] { return f.id(); });
  p.redoes = f.maybe([&] { return f.id(); });
}
void fill(Filler& f, EntryRemoved& p) {
  p.habit = f.habit();
  p.undoes = f.maybe([&] { return f.id(); });
  p.redoes = f.maybe([&] { return f.id(); });
}
void fill(Filler&, ProfileCreated&) {}
void fill(Filler& f, ProfileSet& p) {
  p = {f.day(), f.some([&] { return f.answer(); })};
}
void fill(Filler&, ZoneSeen&) {}
void fill(Filler& f, SettingsSet& p) {
  p.from_day = f.day();
  p.day_start_min = f.maybe([&] { return f.small(180); });
  p.week_start = f.maybe([&] { return f.weekday(); });
  p.desk_window = f.maybe([&] { return f.window(); });
  p.units = f.maybe([&] { return f.word(Units::us); });
  p.quiet_mode = f.maybe([&] { return f.yes(); });
  p.game_off = f.maybe([&] { return f.yes(); });
}
void fill(Filler& f, HabitCreated& p) {
  p = {f.text("Sauna"),    f.word(HabitKind::limit), f.word(Tag::care),
       f.text("Evenings"), f.word(Effort::large),    f.goal()};
}
void fill(Filler& f, HabitUpdated& p) {
  p.habit = f.habit();
  p.from_day = f.day();
  p.title = f.maybe([&] { return f.text("New"); });
  p.group = f.maybe([&] { return f.text("Group"); });
  p.effort = f.maybe([&] { return f.word(Effort::tiny); });
  p.tag = f.maybe([&] { return f.word(Tag::none); });
}
void fill(Filler& f, HabitArchived& p) { p = {f.habit(), f.yes()}; }
void fill(Filler& f, HabitsOrdered& p) {
  p.habits = f.some([&] { return f.habit(); });
}
void fill(Filler& f, GoalSet& p) { p = {f.habit(), f.goal()}; }
void fill(Filler& f, PlanPaused& p) {
  p = {f.day(), f.maybe([&] { return f.day(); }), f.scope()};
}
void fill(Filler& f, PlanRested& p) {
  p = {f.maybe([&] { return f.day(); }), f.weekdays(), f.scope()};
}
void fill(Filler& f, PlanResumed& p) {
  p = {f.day(), f.some([&] { return f.id(); })};
}
void fill(Filler& f, ReminderSet& p) {
  p.subject = f.text("water");
  p.times_min = f.some([&] { return f.small(540); });
  p.weekdays = f.weekdays();
  p.every_s = f.maybe([&] { return f.small(3600); });
  p.window = f.maybe([&] { return f.window(); });
  p.quiet_hours = f.maybe([&] { return f.window(); });
}
void fill(Filler& f, ReminderSnoozed& p) { p = {f.text("r1"), f.small(10)}; }
void fill(Filler& f, ReminderSkipped& p) { p.reminder = f.text("r1"); }
void fill(Filler& f, HoldSet& p) {
  p = {f.tags(), f.word(HoldLevel::h3), f.day(), f.maybe([&] { return f.day(); }),
       f.maybe([&] { return f.id(); })};
}
void fill(Filler& f, HoldEnded& p) { p.hold = f.id(); }
void fill(Filler& f, SymptomReported& p) {
  p.answers = f.some([&] { return f.answer(); });
  p.rule_set = f.text("calf-1");
  p.rule_hash = f.text("00ff");
  p.urgency = f.text("same_day");
  p.fired = f.some([&] { return f.text("R07"); });
  p.deadline_utc_ms = f.maybe([&] { return f.number(1795165200000); });
  p.shown = f.some([&] { return f.text("See a doctor today."); });
  p.language = f.text("en");
  p.note = f.text("since yesterday");
  p.invalid_partial = f.yes();
}
void fill(Filler& f, FollowUpUpdated& p) {
  p = {f.id(), f.text("booked"), f.some([&] { return f.answer(); })};
}
void fill(Filler& f, BadgeSeen& p) { p.badge = f.text("first_walk"); }
void fill(Filler& f, LevelSeen& p) { p.level = f.small(3); }
void fill(Filler& f, RulesAdopted& p) { p = {f.small(2), f.day()}; }
void fill(Filler& f, Erased& p) {
  p = {f.maybe([&] { return f.habit(); }), f.some([&] { return f.id(); })};
}
void fill(Filler& f, ErasedContent& p) { p.type = f.yes() ? "symptom.reported" : "moon.walked"; }
void fill(Filler& f, UnknownPayload& p) {
  p = {f.yes() ? "moon.walked" : "entry.logged", static_cast<std::int32_t>(f.between(2, 9)),
       R"({"later":[1,2.5,{"a":null}],"Z":"ü"})"};
}

template <std::size_t Index>
Payload filled(Filler& filler) {
  Payload payload{std::in_place_index<Index>};
  fill(filler, std::get<Index>(payload));
  return payload;
}

using Make = Payload (*)(Filler&);

template <std::size_t... Index>
std::vector<Make> makers(std::index_sequence<Index...>) {
  return {&filled<Index>...};
}

const std::vector<Make>& makers() {
  static const std::vector<Make> all =
      makers(std::make_index_sequence<std::variant_size_v<Payload>>{});
  return all;
}

}  // namespace

std::vector<Payload> one_of_each() {
  Filler filler{nullptr};
  std::vector<Payload> out;
  for (const Make make : makers()) out.push_back(make(filler));
  return out;
}

Payload random_payload(Dice& dice) {
  Filler filler{&dice};
  return dice.pick(makers())(filler);
}

}  // namespace soleus::testing
