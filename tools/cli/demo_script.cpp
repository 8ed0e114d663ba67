#include "tools/cli/demo_script.h"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <utility>

#include "tools/cli/dice.h"

namespace soleus_cli {
namespace {

// The days on which something happens, counted from the first.
constexpr int kRestPlan = 3;
constexpr int kLegsUp = 6;
constexpr int kDeskBreaks = 14;
constexpr int kCoffee = 20;
constexpr int kHigherGoal = 40;
constexpr int kColdFrom = 58;
constexpr int kColdTo = 61;
constexpr int kTripFrom = 84;
constexpr int kTripTo = 91;
constexpr std::array<int, 2> kSlips{33, 71};  // something logged wrongly
constexpr int kLoadFrom = 42;

constexpr int kMinute = 60;

constexpr int at(int hour, int minute) { return hour * 60 + minute; }

std::string uuid(std::uint64_t high, std::uint64_t low) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%08x-%04x-%04x-%04x-%012llx",
                static_cast<unsigned>(high >> 32), static_cast<unsigned>(high >> 16 & 0xFFFF),
                static_cast<unsigned>(high & 0xFFFF), static_cast<unsigned>(low >> 48),
                static_cast<unsigned long long>(low & 0xFFFF'FFFF'FFFFULL));
  return text.data();
}

/// RFC 9562, version 7: the time, then what is random.
std::string uuid7(std::int64_t utc_ms, Dice& dice) {
  const std::uint64_t high =
      static_cast<std::uint64_t>(utc_ms) << 16 | 0x7000u | (dice.next() & 0xFFFu);
  return uuid(high, 0x8000'0000'0000'0000ULL | dice.next() >> 2);
}

/// Lives through the days and writes down what there is to log.
class Life {
 public:
  Life(const std::string& home, Day today, std::uint64_t seed)
      : home_(home, 0), away_(demo_trip_zone(home), 0), today_(today), dice_(seed) {}

  std::vector<DemoStep> lived() && {
    for (number_ = 0; number_ < kDemoDays - 1; ++number_) live();
    live_this_morning();
    std::stable_sort(steps_.begin(), steps_.end(),
                     [](const DemoStep& a, const DemoStep& b) { return a.utc_ms < b.utc_ms; });
    // Ids last, so that they are in the order of time as well.
    for (DemoStep& step : steps_) step.id = uuid7(step.utc_ms, dice_);
    tie_slips();
    return std::move(steps_);
  }

 private:
  Day day() const { return today_ - date::days{kDemoDays - 1 - number_}; }
  bool travelling() const { return number_ >= kTripFrom && number_ <= kTripTo; }
  bool ill() const { return number_ >= kColdFrom && number_ <= kColdTo; }
  unsigned weekday() const { return weekday_index(day()); }
  bool weekend() const { return weekday() >= 5; }

  DemoStep& add(int minute, std::string_view op, JsonObject params) {
    const Clock& clock = travelling() ? away_ : home_;
    DemoStep& step = steps_.emplace_back();
    step.utc_ms = clock.instant_of(day(), minute).utc_ms;
    // The seconds of a real diary are never all zero.
    step.utc_ms += dice_.between(0, 59) * 1000;
    step.zone = clock.zone_name();
    step.op = op;
    step.params = std::move(params);
    return step;
  }

  DemoStep& log(int minute, std::string_view habit, JsonObject params) {
    params["habit"] = boost::json::string_view(habit.data(), habit.size());
    return add(minute + dice_.between(0, 9), "log.add", std::move(params));
  }

  void live() {
    arrange();
    // A day now and then on which the diary stays shut.
    const bool away_from_it = dice_.chance(5);
    if (away_from_it && !travelling()) return;
    drink(ill() ? 70 : 88);
    if (ill()) return;
    walk();
    raise();
    train();
    stretch();
    evening();
    slip();
  }

  void arrange() {
    if (number_ == kRestPlan) {
      add(at(20, 0), "plan.rest", {{"weekdays", JsonArray{"sunday"}}});
    } else if (number_ == kLegsUp) {
      add(at(20, 30), "habits.create",
          {{"title", "Legs up"}, {"kind", "duration_s"}, {"goal", JsonObject{{"target", 600}}}});
    } else if (number_ == kDeskBreaks) {
      add(at(8, 0), "habits.archive", {{"habit", "desk_breaks"}, {"archived", false}});
      add(at(8, 1), "goals.set", {{"habit", "desk_breaks"}, {"target", 4}});
    } else if (number_ == kCoffee) {
      add(at(9, 0), "habits.create",
          {{"title", "Coffee"}, {"kind", "limit"}, {"goal", JsonObject{{"target", 3}}}});
    } else if (number_ == kHigherGoal) {
      add(at(21, 0), "goals.set", {{"habit", "walking"}, {"target", 35 * kMinute}});
    } else if (number_ == kColdFrom) {
      const Day last = day() + date::days{kColdTo - kColdFrom};
      add(at(8, 30), "plan.pause", {{"from", iso_text(day())}, {"to", iso_text(last)}});
    }
  }

  void drink(int likely) {
    static constexpr std::array<int, 5> kAmounts{250, 300, 330, 400, 500};
    for (const int minute :
         {at(7, 10), at(9, 45), at(11, 35), at(13, 5), at(15, 20), at(17, 30), at(20, 10)}) {
      if (!dice_.chance(likely)) continue;
      JsonObject params{{"water_ml", dice_.one_of(kAmounts)}};
      if (minute == at(17, 30) && weekday() == 4) params["with_electrolytes"] = true;
      log(minute, "water", std::move(params));
    }
  }

  void walk_of(int minute, int minutes, std::string_view pace, std::string_view terrain) {
    static constexpr std::array<std::string_view, 6> kNotes{
        "Round the lake with Ana", "Between two calls",          "Warm evening, no hurry",
        "Light rain, worth it",    "Hill loop, legs felt light", "New shoes, good so far"};
    JsonObject params{{"duration_s", minutes * kMinute}};
    if (!pace.empty()) params["pace"] = boost::json::string_view(pace.data(), pace.size());
    if (!terrain.empty()) {
      params["terrain"] = boost::json::string_view(terrain.data(), terrain.size());
    }
    if (dice_.chance(30)) params["steps"] = minutes * dice_.between(98, 116);
    if (dice_.chance(7)) {
      const std::string_view note = dice_.one_of(kNotes);
      params["note"] = boost::json::string_view(note.data(), note.size());
    }
    log(minute, "walking", std::move(params));
  }

  void walk() {
    if (weekend() || travelling()) {
      const bool long_one = dice_.chance(75);
      if (long_one) walk_of(at(11, 0), dice_.between(40, 85), "easy", "varied");
      if (!long_one || dice_.chance(30)) walk_of(at(18, 20), dice_.between(15, 35), "easy", "flat");
      return;
    }
    if (dice_.chance(85)) {
      walk_of(at(7, 30), dice_.between(14, 22), "brisk", dice_.chance(25) ? "incline" : "flat");
    }
    if (dice_.chance(65)) walk_of(at(12, 40), dice_.between(10, 16), "", "");
    if (dice_.chance(60)) forgettable_walk(dice_.between(12, 25));
  }

  /// Some evening walks are only noted the next morning.
  void forgettable_walk(int minutes) {
    if (!dice_.chance(12)) {
      walk_of(at(18, 50), minutes, "easy", "flat");
      return;
    }
    const std::string forgotten = iso_text(day());
    ++number_;
    if (number_ < kDemoDays - 1) {
      log(at(7, 0), "walking", {{"duration_s", minutes * kMinute}, {"day", forgotten}});
    }
    --number_;
  }

  void raise() {
    const bool desk = !weekend() && !travelling();
    for (const int minute : {at(9, 30), at(11, 10), at(14, 15), at(16, 5)}) {
      const bool in_between = minute == at(11, 10) || minute == at(16, 5);
      if (!dice_.chance(desk ? 84 : in_between ? 0 : 55)) continue;
      const bool standing = dice_.chance(12);
      log(minute, "calf_raises",
          {{"sets", desk ? 2 : 3},
           {"reps", dice_.between(12, 20)},
           {"position", standing ? "standing" : "seated"}});
    }
  }

  void train() {
    if ((weekday() != 1 && weekday() != 4) || travelling() || !dice_.chance(86)) return;
    JsonObject params{{"exercise", "standing_calf_raise"}, {"sets", 3}};
    params["reps"] = dice_.between(10, 14);
    if (number_ >= kLoadFrom) params["load_g"] = 4000 + 1000 * (number_ - kLoadFrom) / 21;
    log(at(18, 5), "strength", std::move(params));
    if (dice_.chance(40)) {
      log(at(18, 20), "strength", {{"exercise", "skipping_rope"}, {"duration_s", 5 * kMinute}});
    }
  }

  void stretch() {
    if (!dice_.chance(travelling() ? 60 : 80)) return;
    if (weekend()) {
      log(at(12, 20), "stretching", {{"stretch", "downward_dog"}, {"duration_s", 2 * kMinute}});
    }
    for (const std::string_view side : {"left", "right"}) {
      if (weekend() && side == "right" && dice_.chance(25)) continue;
      log(at(19, 15), "stretching",
          {{"stretch", dice_.chance(70) ? "wall" : "bent_knee_wall"},
           {"duration_s", 2 * kMinute},
           {"side", boost::json::string_view(side.data(), side.size())}});
    }
  }

  void evening() {
    if (number_ > kLegsUp && dice_.chance(72)) {
      log(at(21, 15), "@Legs up", {{"amount", dice_.chance(80) ? 600 : 300}});
    }
    if (number_ > kCoffee && dice_.chance(85)) {
      log(at(21, 40), "@Coffee", {{"amount", dice_.chance(80) ? dice_.between(1, 3) : 4}});
    }
  }

  /// A slip, and its correction a little later.
  void slip() {
    if (number_ == kSlips[0]) {
      log(at(19, 40), "water", {{"water_ml", 5000}, {"note", "typed one nought too many"}});
      add(at(19, 55), "log.amend", {{"entry", "@last"}, {"water_ml", 500}, {"note", nullptr}});
    } else if (number_ == kSlips[1]) {
      log(at(19, 40), "water", {{"water_ml", 300}, {"note", "logged twice"}});
      add(at(19, 55), "log.remove", {{"entry", "@last"}});
    }
  }

  void live_this_morning() {
    number_ = kDemoDays - 1;
    add(at(6, 50), "log.add", {{"habit", "water"}, {"water_ml", 300}});
    add(at(7, 5), "log.add",
        {{"habit", "walking"}, {"duration_s", 18 * kMinute}, {"pace", "brisk"}});
    add(at(7, 15), "log.add",
        {{"habit", "stretching"}, {"stretch", "wall"}, {"duration_s", 4 * kMinute}});
    add(at(7, 25), "log.add",
        {{"habit", "calf_raises"}, {"sets", 2}, {"reps", 15}, {"position", "seated"}});
    add(at(7, 40), "log.add", {{"habit", "water"}, {"water_ml", 400}});
  }

  /// Gives corrections the id of what they correct, which stands right before them.
  void tie_slips() {
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      if (text_of(steps_[i].params, "entry") == "@last")
        steps_[i].params["entry"] = steps_[i - 1].id;
    }
  }

  Clock home_;
  Clock away_;
  Day today_;
  Dice dice_;
  int number_ = 0;
  std::vector<DemoStep> steps_;
};

}  // namespace

std::vector<DemoStep> demo_script(const std::string& home_zone, Day today, std::uint64_t seed) {
  return Life{home_zone, today, seed}.lived();
}

std::string demo_device(std::uint64_t seed) {
  Dice dice{seed ^ 0xD3u};
  // Version 8 is free for whatever one likes.
  return uuid((dice.next() & ~0xF000ULL) | 0x8000u, 0x8000'0000'0000'0000ULL | dice.next() >> 2);
}

std::string demo_trip_zone(const std::string& home_zone) {
  return home_zone.starts_with("America/") ? "Europe/Lisbon" : "America/New_York";
}

}  // namespace soleus_cli
