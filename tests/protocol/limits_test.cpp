// Lists and texts have limits, so that no request makes a diary heavy.
#include <string>

#include "tests/protocol/diary.h"
#include "tests/support/catch.h"
#include "tests/support/temp_db.h"

using namespace soleus::testing;

namespace {

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("limits: a note has 4000 characters, however many bytes", "[protocol][limits]") {
  const TempDb db;
  const Diary diary(db.path());
  const auto add = [&](std::size_t characters) {
    return diary
        .ask("log.add", R"({"habit":"water","water_ml":1,"note":")" +
                            times(characters, "\xf0\x9f\x92\xa7") + "\"}")
        .status;
  };
  CHECK(add(4000) == SOLEUS_OK);
  CHECK(add(4001) == SOLEUS_INVALID_VALUE);
}

TEST_CASE("limits: a list has at most 1000 elements", "[protocol][limits]") {
  const TempDb db;
  const Diary diary(db.path());
  const Answer answer =
      diary.ask("habits.order", R"({"ids":[")" + times(1000, R"(a",")") + R"(a"]})");
  CHECK(answer.status == SOLEUS_INVALID_VALUE);
  CHECK(answer.text.find(R"("field":"params.ids")") != std::string::npos);
}

TEST_CASE("limits: an id has 1 to 200 bytes", "[protocol][limits]") {
  const TempDb db;
  const Diary diary(db.path());
  const auto add = [&](const std::string& id) {
    return diary
        .call(R"({"v":1,"op":"log.add","at":)" + std::string{kAt} + R"(,"id":")" + id +
              R"(","params":{"habit":"water","water_ml":1}})")
        .status;
  };
  CHECK(add("") == SOLEUS_INVALID_VALUE);
  CHECK(add(std::string(201, 'x')) == SOLEUS_INVALID_VALUE);
  CHECK(add(std::string(200, 'x')) == SOLEUS_OK);
}

TEST_CASE("limits: any line of text has at most 4000 bytes", "[protocol][limits]") {
  const TempDb db;
  const Diary diary(db.path());
  const Answer answer = diary.ask("log.list", R"({"text":")" + times(4001, "x") + "\"}");
  CHECK(answer.status == SOLEUS_INVALID_VALUE);
  CHECK(diary.ask("log.list", R"({"text":")" + times(4000, "x") + "\"}").status == SOLEUS_OK);
}
