#include "tools/cli/session.h"

#include <boost/json/serialize.hpp>

#include <cstdlib>
#include <iostream>
#include <utility>

#include "tools/cli/envelope.h"
#include "tools/cli/errors.h"
#include "tools/cli/surroundings.h"
#include "tools/cli/text.h"

namespace soleus_cli {

void Session::choose(std::function<void()> action) {
  if (!chosen_) chosen_ = std::move(action);
}

void Session::run_chosen() const {
  if (chosen_) chosen_();
}

const Clock& Session::clock() {
  if (!clock_) {
    const std::string now = options_.now.empty() ? environment("SOLEUS_NOW") : options_.now;
    clock_.emplace(options_.zone.empty() ? system_zone_name() : options_.zone,
                   now.empty() ? system_utc_ms() : parse_utc_ms(now));
  }
  return *clock_;
}

const Look& Session::look() {
  if (!look_) {
    look_ = look_of_terminal(options_.colour);
    look_->us_units = text_of(member(ask("settings.get"), "settings"), "units") == "us";
  }
  return *look_;
}

std::string Session::db_path() const {
  return options_.db.empty() ? default_db_path() : options_.db;
}

Client& Session::client() {
  if (!client_) {
    clock();  // a zone or time that makes no sense must not leave a new file behind
    const std::string path = db_path();
    if (options_.db.empty()) make_folder_of(path);
    client_.emplace(OpenOptions{path, {}, true});
    const Json opened = result_of(client_->opening());
    if (flag_of(opened, "fresh")) remark("A new diary begins in " + printable(path) + ".");
    if (flag_of(opened, "recovered")) remark("The diary was not closed properly; it is whole.");
  }
  return *client_;
}

std::string Session::request(std::string_view op, const JsonObject& params) {
  return boost::json::serialize(envelope(op, params, clock()));
}

Json Session::ask(std::string_view op, const JsonObject& params) {
  return result_of(client().call(request(op, params)));
}

std::optional<Json> Session::answer(std::string_view op, const JsonObject& params) {
  const std::string reply = client().call(request(op, params));
  Json result = result_of(reply);
  if (!options_.json) return result;
  print(reply + "\n");
  return std::nullopt;
}

Day Session::today() {
  if (!today_) today_ = find_day(ask("today"), "day").value_or(clock().local_day());
  return *today_;
}

Day Session::day_of(std::string_view text, Towards towards) {
  // A day that stands for itself, or a word that is no day, needs nothing from the diary.
  return is_relative_day(text) ? parse_day(text, today(), towards) : parse_iso_day(text);
}

const HabitBook& Session::habits() {
  if (!habits_) {
    habits_.emplace(items_of(ask("habits.list", {{"include_archived", true}}), "habits"));
  }
  return *habits_;
}

std::string Session::habit_id(std::string_view typed) {
  const KnownHabit* habit = habits().find(typed);
  return habit == nullptr ? std::string(typed) : habit->id;
}

void Session::print(std::string_view text) { std::cout << text; }

void Session::remark(std::string_view text) {
  std::cout.flush();
  std::cerr << text << '\n';
}

}  // namespace soleus_cli
