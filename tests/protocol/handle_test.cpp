// What a host can do wrong with a handle, a buffer or the options: always a status, never a crash.
#include <array>
#include <cstring>
#include <set>
#include <string>
#include <string_view>

#include "tests/protocol/diary.h"
#include "tests/support/catch.h"
#include "tests/support/temp_db.h"

using namespace soleus::testing;

namespace {

/// `path` must outlive the options.
soleus_open_options options_for(const std::string& path) {
  soleus_open_options options{};
  options.struct_size = sizeof(options);
  options.path = path.c_str();
  return options;
}

/// Opens with what may be bad options; what comes open by mistake is closed again.
Answer try_open(const soleus_open_options* options) {
  soleus_handle* handle = nullptr;
  soleus_buf reply;
  const soleus_status status = soleus_open(options, &handle, &reply);
  CHECK((status == SOLEUS_OK) == (handle != nullptr));
  soleus_close(handle);
  return {status, take(reply)};
}

bool tells(const Answer& answer, std::string_view part) {
  return answer.text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("handle: opening tells what was opened", "[protocol][handle]") {
  const TempDb db;
  {
    const Diary diary(db.path());
    CHECK(
        diary.opening().text ==
        R"({"v":1,"ok":true,"result":{"device":"d0d0d0d0-0000-4000-8000-000000000001","commit":0,)"
        R"("schema":1,"fresh":true,"read_only":false,"backup_due":false,"recovered":false}})");
  }
  const Diary again(db.path(), nullptr);
  CHECK(tells(again.opening(), R"("device":"d0d0d0d0-0000-4000-8000-000000000001")"));
  CHECK(tells(again.opening(), R"("fresh":false)"));
}

TEST_CASE("handle: bad options are refused by name", "[protocol][handle]") {
  const TempDb db;
  const std::string path = db.path();
  const auto refused = [&](auto change, std::string_view field) {
    soleus_open_options options = options_for(path);
    change(options);
    const Answer answer = try_open(&options);
    return answer.status == SOLEUS_INVALID_VALUE &&
           tells(answer, R"("field":")" + std::string{field} + "\"");
  };
  CHECK(refused([](auto& o) { o.struct_size = 0; }, "struct_size"));
  CHECK(refused([](auto& o) { o.struct_size = 8; }, "struct_size"));
  CHECK(refused([](auto& o) { o.path = nullptr; }, "path"));
  CHECK(refused([](auto& o) { o.path = ""; }, "path"));
  CHECK(refused([](auto& o) { o.path = "/tmp/\xff"; }, "path"));
  CHECK(refused([](auto& o) { o.device_id = "my phone"; }, "device_id"));
  CHECK(refused([](auto& o) { o.synchronous = 2; }, "synchronous"));
  CHECK(refused([](auto& o) { o.synchronous = -1; }, "synchronous"));
  CHECK(try_open(nullptr).status == SOLEUS_INVALID_VALUE);
  CHECK(file_bytes(path).empty());
}

TEST_CASE("handle: an option from a newer header is refused once it is set", "[protocol][handle]") {
  const TempDb db;
  const std::string path = db.path();
  struct Newer {
    soleus_open_options known;
    std::array<char, 16> unknown;
  } newer{options_for(path), {}};
  newer.known.struct_size = sizeof(newer);
  CHECK(try_open(&newer.known).status == SOLEUS_OK);
  newer.unknown[9] = 1;
  CHECK(try_open(&newer.known).status == SOLEUS_UNSUPPORTED);
}

TEST_CASE("handle: nowhere to answer is an error, not a crash", "[protocol][handle]") {
  const TempDb db;
  const Diary diary(db.path());
  const std::string path = db.path();
  const soleus_open_options options = options_for(path);
  soleus_handle* handle = diary.handle();
  CHECK(soleus_open(&options, &handle, nullptr) == SOLEUS_INVALID_VALUE);
  CHECK(handle == nullptr);
  soleus_buf reply;
  CHECK(soleus_open(&options, nullptr, &reply) == SOLEUS_INVALID_VALUE);
  soleus_buffer_free(&reply);
  CHECK(soleus_call(diary.handle(), "{}", 2, nullptr) == SOLEUS_INVALID_VALUE);
}

TEST_CASE("handle: a request may be NULL and need not end with NUL", "[protocol][handle]") {
  const TempDb db;
  const Diary diary(db.path());
  soleus_buf reply;
  CHECK(soleus_call(diary.handle(), nullptr, 0, &reply) == SOLEUS_INVALID_JSON);
  soleus_buffer_free(&reply);
  CHECK(soleus_call(diary.handle(), nullptr, 99, &reply) == SOLEUS_INVALID_JSON);
  soleus_buffer_free(&reply);
  CHECK(soleus_call(diary.handle(), "{}garbage", 2, &reply) == SOLEUS_MISSING_FIELD);
  soleus_buffer_free(&reply);
}

TEST_CASE("handle: a closed handle answers closed, and so does NULL", "[protocol][handle]") {
  const TempDb db;
  const std::string path = db.path();
  const soleus_open_options options = options_for(path);
  soleus_handle* handle = nullptr;
  soleus_buf reply;
  REQUIRE(soleus_open(&options, &handle, &reply) == SOLEUS_OK);
  soleus_buffer_free(&reply);
  CHECK(soleus_close(handle) == SOLEUS_OK);
  CHECK(soleus_close(handle) == SOLEUS_CLOSED);
  CHECK(soleus_close(nullptr) == SOLEUS_OK);
  for (soleus_handle* stale : {handle, static_cast<soleus_handle*>(nullptr)}) {
    CHECK(soleus_call(stale, "{}", 2, &reply) == SOLEUS_CLOSED);
    CHECK(take(reply) ==
          R"({"v":1,"ok":false,"error":{"code":"closed","message":"This diary is closed."}})");
  }
}

TEST_CASE("handle: a handle that is closed is never another diary's", "[protocol][handle]") {
  const TempDb db;
  const std::string path = db.path();
  const soleus_open_options options = options_for(path);
  std::set<soleus_handle*> seen;
  for (int i = 0; i < 8; ++i) {
    soleus_handle* handle = nullptr;
    soleus_buf reply;
    REQUIRE(soleus_open(&options, &handle, &reply) == SOLEUS_OK);
    soleus_buffer_free(&reply);
    CHECK(seen.insert(handle).second);
    soleus_close(handle);
  }
}

TEST_CASE("handle: replies end with a NUL byte and are given back", "[protocol][handle]") {
  const std::int64_t before = soleus_live_objects();
  {
    const TempDb db;
    const Diary diary(db.path());
    CHECK(soleus_live_objects() == before + 1);
    soleus_buf reply{const_cast<char*>("left from before"), 16};
    soleus_call(diary.handle(), "{}", 2, &reply);
    CHECK(std::strlen(reply.data) == reply.size);
    CHECK(soleus_live_objects() == before + 2);
    soleus_buffer_free(&reply);
    CHECK((reply.data == nullptr && reply.size == 0));
    soleus_buffer_free(&reply);
    soleus_buffer_free(nullptr);
    CHECK(soleus_live_objects() == before + 1);
  }
  CHECK(soleus_live_objects() == before);
}

TEST_CASE("handle: statuses have the names of the protocol", "[protocol][handle]") {
  CHECK(soleus_abi_version() == SOLEUS_ABI_VERSION);
  CHECK(std::string_view{soleus_code_name(SOLEUS_OK)} == "ok");
  CHECK(std::string_view{soleus_code_name(SOLEUS_INVALID_VALUE)} == "invalid_value");
  CHECK(std::string_view{soleus_code_name(SOLEUS_NOT_A_SOLEUS_FILE)} == "not_a_soleus_file");
  for (const soleus_status unknown : {-1, 1, 99, 999, 2147483647}) {
    CHECK(std::string_view{soleus_code_name(unknown)} == "internal");
  }
}

TEST_CASE("handle: what is no diary is refused and left alone", "[protocol][handle]") {
  const TempDb db;
  const std::string text = "Dear diary, today I walked.\n";
  write_file(db.path(), text);
  const Diary diary(db.path());
  CHECK(diary.opening().status == SOLEUS_NOT_A_SOLEUS_FILE);
  CHECK(diary.handle() == nullptr);
  CHECK(file_bytes(db.path()) == text);
  const Diary folder(db.folder().string());
  CHECK(folder.opening().status != SOLEUS_OK);
  const Diary nowhere((db.folder() / "no" / "such" / "folder").string());
  CHECK(nowhere.opening().status == SOLEUS_IO_ERROR);
  const Diary absent(db.path("absent"), nullptr, true);
  CHECK(absent.opening().status != SOLEUS_OK);
  CHECK(file_bytes(db.path("absent")).empty());
}

TEST_CASE("handle: a diary opened to be read is not written to", "[protocol][handle]") {
  const TempDb db;
  {
    const Diary diary(db.path());
    REQUIRE(diary.ask("log.add", R"({"habit":"water","water_ml":300})", "a").status == SOLEUS_OK);
  }
  const std::string before = file_bytes(db.path());
  {
    const Diary reader(db.path(), nullptr, true);
    CHECK(tells(reader.opening(), R"("read_only":true)"));
    CHECK(reader.ask("log.add", R"({"habit":"water","water_ml":300})").status == SOLEUS_READ_ONLY);
    CHECK(reader.ask("log.undo").status == SOLEUS_READ_ONLY);
    CHECK(tells(reader.ask("today"), R"("amount":300)"));
  }
  CHECK(file_bytes(db.path()) == before);
}
