#include <algorithm>
#include <cstdint>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "tests/property/agreement.h"
#include "tests/property/random_journal.h"
#include "tests/support/catch.h"
#include "tests/support/reference_model.h"

// Random journals through the product's merge, in any order and any split, against the model.
using namespace soleus;
using namespace soleus::testing;
using soleus::reference::Model;

namespace {

constexpr std::uint64_t kJournals = 5000;
constexpr int kFewestDecisions = 100;

/// Cuts `events`, shuffled most of the time, into batches of any size.
std::vector<std::vector<Event>> batches_of(std::vector<Event> events, Dice& dice) {
  if (dice.chance(80)) dice.shuffle(events);
  std::vector<std::vector<Event>> batches;
  const bool one_by_one = dice.chance(10);
  const bool all_at_once = dice.chance(10);
  for (Event& event : events) {
    const bool next = batches.empty() || one_by_one || (!all_at_once && dice.chance(15));
    if (next) batches.emplace_back();
    if (dice.chance(2)) batches.back().push_back(event);  // and once more
    batches.back().push_back(std::move(event));
  }
  return batches;
}

bool begun(const std::vector<Event>& events) {
  return std::any_of(events.begin(), events.end(), [](const Event& event) {
    return std::holds_alternative<ProfileCreated>(event.payload);
  });
}

/// What the two disagree about, first rows, then standings; empty if nothing.
std::string compare(Diary& diary, Model& model, const RandomJournal& journal,
                    const std::vector<Event>& arrived, Dice& dice) {
  if (auto difference = rows_differ(diary, model)) return *difference;
  const CivilDay first = journal.first - 3;
  const CivilDay last = journal.last + 9;
  // Once settled altogether, once from somewhere in the middle.
  const auto length = static_cast<std::int64_t>(last - first);
  for (const CivilDay as_of :
       {last + 2, first + static_cast<std::int32_t>(dice.between(0, length))}) {
    if (auto difference = standings_differ(diary, model, first, last, as_of)) return *difference;
  }
  if (!begun(arrived)) return {};  // the pages show a diary that begins today
  for (int i = 0; i < 3; ++i) {
    const auto some_day = [&] {
      return first + static_cast<std::int32_t>(dice.between(0, length));
    };
    const CivilDay day = some_day();
    const CivilDay now = some_day();
    const HabitId habit = dice.pick(model.habits());
    if (auto difference = pages_differ(diary, model, now, habit, day, std::max(day, some_day()))) {
      return *difference;
    }
  }
  return {};
}

/// Takes the journal in, in an order and a split of its own, parts of it twice.
void merge_somehow(Diary& diary, const RandomJournal& journal, Dice& dice) {
  std::vector<std::vector<Event>> batches = batches_of(journal.events, dice);
  if (dice.chance(30)) batches.push_back(dice.pick(batches));
  for (std::vector<Event>& batch : batches) REQUIRE(diary.merge(std::move(batch)));
}

TEST_CASE("a journal gives the same file in whatever order it arrives") {
  for (std::uint64_t seed = 1; seed <= kJournals / 3; ++seed) {
    INFO("seed " << seed);
    const RandomJournal journal = random_journal(seed);
    Dice dice{seed + 1'000'000};
    Diary one;
    Diary other;
    merge_somehow(one, journal, dice);
    merge_somehow(other, journal, dice);
    REQUIRE((one.events() == other.events()));
    REQUIRE((one.rows() == other.rows()));
    REQUIRE((one.offset_spans() == other.offset_spans()));
  }
}

TEST_CASE("the product and the model agree on random journals, however they arrive") {
  std::map<std::string, int> decided;
  for (std::uint64_t seed = 1; seed <= kJournals; ++seed) {
    INFO("seed " << seed);
    const RandomJournal journal = random_journal(seed);
    Dice dice{seed};
    Diary diary;
    std::vector<Event> arrived;
    for (std::vector<Event>& batch : batches_of(journal.events, dice)) {
      arrived.insert(arrived.end(), batch.begin(), batch.end());
      REQUIRE(diary.merge(std::move(batch)));
      if (dice.chance(2)) {
        Model so_far{arrived};
        REQUIRE(compare(diary, so_far, journal, arrived, dice) == "");
      }
    }
    Model model{journal.events};
    REQUIRE(compare(diary, model, journal, arrived, dice) == "");
    for (const auto& [word, count] : model.decided) decided[word] += count;
  }

  for (const char* kind : {"", "week."}) {
    for (const std::string_view name : Names<DayStatus>::values) {
      const std::string word = kind + std::string{name};
      if (word == "week.rest" || word == "week.off") continue;  // weeks know no such thing
      std::cout << "decided " << word << ": " << decided[word] << '\n';
      CHECK(decided[word] >= kFewestDecisions);
    }
  }
}

}  // namespace
