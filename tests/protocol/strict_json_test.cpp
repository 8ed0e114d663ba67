// What is no request is refused before anything is done, with a code and a sentence.
#include <string>
#include <utility>
#include <vector>

#include "tests/protocol/diary.h"
#include "tests/support/catch.h"
#include "tests/support/temp_db.h"

using namespace soleus::testing;

namespace {

constexpr std::size_t kMiB = 1024 * 1024;

/// A good request for today whose params hold `value` as a field nobody knows.
std::string with_value(std::string_view value) {
  std::string request = R"({"v":1,"op":"today","at":)";
  return request.append(kAt).append(R"(,"params":{"x":)").append(value).append("}}");
}

std::string with_text(std::string_view bytes) { return with_value('"' + std::string{bytes} + '"'); }

/// `levels` of arrays inside the two objects that are there already.
std::string nested(std::size_t levels) {
  return with_value(std::string(levels - 2, '[') + std::string(levels - 2, ']'));
}

/// A good request of exactly `size` bytes.
std::string sized(std::size_t size) {
  const std::size_t frame = with_text("").size();
  return with_text(std::string(size - frame, 'x'));
}

}  // namespace

TEST_CASE("strict json: what is not JSON is invalid_json", "[protocol][json]") {
  const TempDb db;
  const Diary diary(db.path());
  const std::string good = with_value("1");
  REQUIRE(diary.call(good).status == SOLEUS_OK);
  const std::vector<std::pair<const char*, std::string>> cases = {
      {"nothing", ""},
      {"white space", " \n"},
      {"a word", "today"},
      {"cut off", good.substr(0, good.size() - 1)},
      {"something after the end", good + "x"},
      {"a second document", good + good},
      {"a NUL byte after the end", good + std::string(1, '\0')},
      {"a byte order mark", "\xef\xbb\xbf" + good},
      {"a comment", "/* hi */" + good},
      {"single quotes", with_value("'x'")},
      {"a comma too many", with_value("[1,]")},
      {"a comma after the last field", with_value("{\"a\":1,}")},
      {"a key without quotes", with_value("{a:1}")},
      {"NaN", with_value("NaN")},
      {"Infinity", with_value("Infinity")},
      {"minus infinity", with_value("-Infinity")},
      {"a plus sign", with_value("+1")},
      {"a leading zero", with_value("01")},
      {"a bare point", with_value("1.")},
      {"hexadecimal", with_value("0x10")},
      {"a number past a double", with_value("1e400")},
      {"the same below zero", with_value("-1e400")},
      {"a raw line feed in a text", with_text("a\nb")},
      {"a raw NUL in a text", with_text(std::string("a\0b", 3))},
      {"an unknown escape", with_text("\\x41")},
      {"half an escape", with_text("\\u12")},
  };
  for (const auto& [what, request] : cases) {
    INFO(what);
    CHECK(diary.call(request).status == SOLEUS_INVALID_JSON);
  }
}

TEST_CASE("strict json: text is UTF-8 without lone surrogates", "[protocol][json]") {
  const TempDb db;
  const Diary diary(db.path());
  for (const char* bytes : {"\x80", "\xff", "\xc3", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80",
                            "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xe2\x82"}) {
    CHECK(diary.call(with_text(bytes)).status == SOLEUS_INVALID_JSON);
  }
  for (const char* escape :
       {"\\ud800", "\\udc00", "\\ud800x", "\\ud800\\ud800", "\\udc00\\ud800"}) {
    INFO(escape);
    CHECK(diary.call(with_text(escape)).status == SOLEUS_INVALID_JSON);
  }
  CHECK(diary.call(with_text("\xf0\x9f\xa6\xb5 \\ud83e\\uddb5 \xc3\xa4")).status == SOLEUS_OK);
}

TEST_CASE("strict json: a key given twice is refused wherever it stands", "[protocol][json]") {
  const TempDb db;
  const Diary diary(db.path());
  const auto refused = [&](const std::string& request) {
    const Answer answer = diary.call(request);
    return answer.status == SOLEUS_INVALID_JSON &&
           answer.text.find("A key stands twice") != std::string::npos;
  };
  CHECK(refused(R"({"v":1,"v":1})"));
  CHECK(refused(with_value(R"({"a":1,"a":1})")));
  CHECK(refused(with_value(R"([{"b":{"a":1,"a":2}}])")));
  CHECK(refused(with_value(R"({"a":1,"\u0061":2})")));
  CHECK(refused(with_value(R"({"a":{"c":1,"d":2},"a":3})")));
  CHECK(diary.call(with_value(R"([{"a":1},{"a":1}])")).status == SOLEUS_OK);
}

TEST_CASE("strict json: 32 levels deep are read, 33 are not", "[protocol][json]") {
  const TempDb db;
  const Diary diary(db.path());
  CHECK(diary.call(nested(32)).status == SOLEUS_OK);
  CHECK(diary.call(nested(33)).status == SOLEUS_INVALID_JSON);
  CHECK(diary.call(std::string(kMiB, '[')).status == SOLEUS_INVALID_JSON);
}

TEST_CASE("strict json: a request has at most 1 MiB", "[protocol][json]") {
  const TempDb db;
  const Diary diary(db.path());
  CHECK(diary.call(sized(kMiB)).status == SOLEUS_OK);
  CHECK(diary.call(sized(kMiB + 1)).status == SOLEUS_TOO_LARGE);
  CHECK(diary.call(std::string(8 * kMiB, '\0')).status == SOLEUS_TOO_LARGE);
}

TEST_CASE("strict json: a request is an object", "[protocol][json]") {
  const TempDb db;
  const Diary diary(db.path());
  for (const char* request : {"[]", "1", "null", "\"today\"", "true"}) {
    CHECK(diary.call(request).status == SOLEUS_INVALID_JSON);
  }
}

TEST_CASE("strict json: an amount is a whole number", "[protocol][json]") {
  const TempDb db;
  const Diary diary(db.path());
  for (const char* value :
       {"1.5", "1.0", "1e2", "\"300\"", "true", "[]", "{}", "-0.0", "9223372036854775808",
        "-9223372036854775809", "18446744073709551616", "100000000000000000000000000000000"}) {
    const std::string params = R"({"habit":"water","water_ml":)" + std::string{value} + "}";
    const Answer answer = diary.ask("log.add", params);
    INFO(value);
    CHECK(answer.status == SOLEUS_INVALID_VALUE);
    CHECK(answer.text.find(R"("field":"params.water_ml")") != std::string::npos);
  }
  for (const char* value : {"0", "-1", "5001", "9223372036854775807", "-9223372036854775808"}) {
    const std::string params = R"({"habit":"water","water_ml":)" + std::string{value} + "}";
    const Answer answer = diary.ask("log.add", params);
    INFO(value);
    CHECK(answer.status == SOLEUS_INVALID_VALUE);
    CHECK(answer.text.find("between 1 and 5000") != std::string::npos);
  }
  CHECK(diary.commits() == 0);
}

TEST_CASE("strict json: control characters are refused, line feeds and tabs in notes are not",
          "[protocol][json]") {
  const TempDb db;
  const Diary diary(db.path());
  const auto add = [&](const std::string& note) {
    return diary.ask("log.add", R"({"habit":"water","water_ml":1,"note":")" + note + "\"}").status;
  };
  for (const char* note :
       {"\\u0000", "\\u0007", "\\u001b[31m", "\\r", "\x7f", "\xc2\x9b", "\\u009b"}) {
    INFO(note);
    CHECK(add(note) == SOLEUS_INVALID_VALUE);
  }
  CHECK(add("two\\nlines\\tand a tab") == SOLEUS_OK);
  CHECK(add("\xc2\xa0\xc3\xa9\xe2\x80\x8d\xf0\x9f\x92\xa7") == SOLEUS_OK);
  const auto create = [&](const std::string& title) {
    return diary.ask("habits.create", R"({"kind":"yes_no","title":")" + title + "\"}").status;
  };
  CHECK(create("a\\nb") == SOLEUS_INVALID_VALUE);
  CHECK(create("a\\tb") == SOLEUS_INVALID_VALUE);
  CHECK(create("Legs up") == SOLEUS_OK);
}

TEST_CASE("strict json: fields nobody knows are ignored", "[protocol][json]") {
  const TempDb db;
  const Diary diary(db.path());
  const std::string request =
      R"({"v":1,"op":"today","from":"the future","at":{"utc_ms":1795172400000,)"
      R"("offset_s":3600,"leap":1.5},"params":{"mood":{"deep":[1e300,null]}}})";
  CHECK(diary.call(request).status == SOLEUS_OK);
  CHECK(diary.ask("log.add", R"({"habit":"walking","duration_s":60,"water_ml":"lots"})").status ==
        SOLEUS_OK);
}
