// When nothing may be written, nothing is; and what is written is told.
#include <string>
#include <vector>

#include "tests/protocol/diary.h"
#include "tests/protocol/golden.h"
#include "tests/support/catch.h"
#include "tests/support/temp_db.h"

using namespace soleus::testing;

namespace {

/// Everything a diary shows, over all days the scenarios speak of.
std::string everything(const Diary& diary) {
  return diary.ask("log.list", R"({"from":"2020-01-01","to":"2029-12-31"})").text +
         diary.ask("habits.list", R"({"include_archived":true})").text +
         diary.ask("plan.list").text + diary.ask("settings.get").text;
}

bool has(const Answer& answer, std::string_view part) {
  return answer.text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("writes: a reply that is not ok has written nothing", "[protocol][writes]") {
  int refused = 0;
  for (const auto& file : scenario_files()) {
    const Scenario scenario = read_scenario(file);
    const TempDb db;
    const Diary diary(db.path());
    for (const Step& step : scenario.steps) {
      const std::string before = everything(diary);
      const std::int64_t commits = diary.commits();
      if (diary.call(step.request).status == SOLEUS_OK) continue;
      ++refused;
      INFO(file.filename() << ": " << step.request);
      CHECK(diary.commits() == commits);
      CHECK(everything(diary) == before);
    }
  }
  CHECK(refused > 100);
}

TEST_CASE("writes: refused requests leave a new file without any entry of its own",
          "[protocol][writes]") {
  const TempDb db;
  {
    const Diary diary(db.path());
    diary.ask("log.add", R"({"habit":"water","water_ml":0})");
    diary.ask("log.add", R"({"habit":"juggling","amount":3})");
    diary.ask("habits.create", R"({"title":"","kind":"count","goal":{"target":1}})");
    CHECK(diary.commits() == 0);
  }
  const std::string before = file_bytes(db.path());
  {
    const Diary diary(db.path());
    diary.ask("log.remove", R"({"entry":"nothing"})");
    diary.ask("plan.resume");
    diary.ask("settings.set", R"({"day_start_min":721})");
    diary.ask("today");
  }
  CHECK(file_bytes(db.path()) == before);
}

TEST_CASE("writes: only what wrote tells what changed", "[protocol][writes]") {
  const TempDb db;
  const Diary diary(db.path());
  const std::string params = R"({"habit":"water","water_ml":300})";
  const Answer first = diary.ask("log.add", params, "morning");
  CHECK(has(first, R"("changed":["today","day","history","log"],"commit":1})"));
  CHECK_FALSE(has(first, "replayed"));
  const Answer again = diary.ask("log.add", params, "morning");
  CHECK(has(again, R"({"v":1,"ok":true,"replayed":true,"result":)"));
  CHECK(has(again, R"("commit":1})"));
  CHECK_FALSE(has(again, R"("changed")"));
  const Answer equal = diary.ask("log.amend", R"({"entry":"morning","water_ml":300})", "same");
  CHECK_FALSE(has(equal, "replayed"));
  CHECK_FALSE(has(equal, R"("changed")"));
  CHECK(diary.ask("log.add", R"({"habit":"water","water_ml":301})", "morning").status ==
        SOLEUS_CONFLICT);
  CHECK(diary.ask("habits.create", R"({"title":"x","kind":"yes_no"})", "morning").status ==
        SOLEUS_CONFLICT);
  CHECK(diary.commits() == 1);
}

TEST_CASE("writes: params in another order, or with other spaces, are the same request",
          "[protocol][writes]") {
  const TempDb db;
  const Diary diary(db.path());
  REQUIRE(
      diary.ask("log.add", R"({"habit":"water","water_ml":300,"note":"caf\u00e9"})", "a").status ==
      SOLEUS_OK);
  const Answer again = diary.ask(
      "log.add", "{ \"note\" : \"caf\xc3\xa9\",\n\"water_ml\":300, \"habit\":\"water\" }", "a");
  CHECK(has(again, R"("replayed":true)"));
}

TEST_CASE("writes: a second handle on the file is noticed", "[protocol][writes]") {
  const TempDb db;
  const Diary app(db.path());
  const Diary widget(db.path());
  REQUIRE(app.ask("log.add", R"({"habit":"water","water_ml":300})").status == SOLEUS_OK);
  REQUIRE(widget.ask("log.add", R"({"habit":"water","water_ml":200})").status == SOLEUS_OK);
  CHECK(has(app.ask("changes", R"({"since_commit":1})"),
            R"("result":{"commit":2,"changed":["all"]},"commit":2)"));
  CHECK(has(app.ask("changes", R"({"since_commit":2})"), R"("changed":[])"));
  CHECK(has(app.ask("today"), R"("amount":500)"));
}

TEST_CASE("writes: changes since a number nobody remembers are all", "[protocol][writes]") {
  const TempDb db;
  const Diary diary(db.path());
  for (int i = 0; i < 300; ++i) {
    REQUIRE(diary.ask("log.add", R"({"habit":"water","water_ml":1})").status == SOLEUS_OK);
  }
  const auto since = [&](int commit) {
    return diary.ask("changes", R"({"since_commit":)" + std::to_string(commit) + "}");
  };
  CHECK(has(since(299), R"("changed":["today","day","history","log"])"));
  CHECK(has(since(44), R"("changed":["today","day","history","log"])"));
  CHECK(has(since(43), R"("changed":["all"])"));
  CHECK(has(since(301), R"("changed":["all"])"));
  CHECK(has(since(-1), R"("changed":["all"])"));
}
