#include "core/tracker/arrangements.h"
#include "platform/c/ops.h"

namespace soleus {

static Status read(const JsonValue& json, DeskWindow& out) {
  JsonReader fields;
  SOLEUS_TRY(read(json, fields));
  SOLEUS_TRY_ASSIGN(out.start_min, fields.required<std::int32_t>("start_min"));
  SOLEUS_TRY_ASSIGN(out.end_min, fields.required<std::int32_t>("end_min"));
  return {};
}

static void write(JsonWriter& writer, const DeskWindow& window) {
  writer.begin_object();
  writer.field("start_min", window.start_min);
  writer.field("end_min", window.end_min);
  writer.end_object();
}

namespace {

template <class T>
void write_pending(JsonWriter& writer, std::string_view name, const Setting<T>& setting) {
  if (!setting.next || !setting.next_from) return;
  writer.key(name);
  writer.begin_object();
  writer.field("value", *setting.next);
  writer.field("from_day", *setting.next_from);
  writer.end_object();
}

Status write_settings(OpCall& call, const Result<Settings>& settings) {
  if (!settings) return tl::unexpected<Error>(settings.error());
  JsonWriter& writer = call.result;
  writer.key("settings");
  writer.begin_object();
  writer.field("day_start_min", settings->day_start_min.value);
  writer.field("week_start", settings->week_start.value);
  writer.field("units", settings->units);
  writer.field("quiet_mode", settings->quiet_mode);
  writer.field("game_off", settings->game_off);
  writer.field("desk_window", settings->desk_window.value);
  if (settings->day_start_min.next || settings->week_start.next || settings->desk_window.next) {
    writer.key("pending");
    writer.begin_object();
    write_pending(writer, "day_start_min", settings->day_start_min);
    write_pending(writer, "week_start", settings->week_start);
    write_pending(writer, "desk_window", settings->desk_window);
    writer.end_object();
  }
  writer.end_object();
  return {};
}

}  // namespace

Status settings_get_op(OpCall& call) {
  return write_settings(call, get_settings(call.ledger, call.request));
}

Status settings_set_op(OpCall& call) {
  const JsonReader& params = call.params;
  SettingsChange change;
  SOLEUS_TRY_ASSIGN(change.day_start_min, params.optional<std::int32_t>("day_start_min"));
  SOLEUS_TRY_ASSIGN(change.week_start, params.optional<Weekday>("week_start"));
  SOLEUS_TRY_ASSIGN(change.desk_window, params.optional<DeskWindow>("desk_window"));
  SOLEUS_TRY_ASSIGN(change.units, params.optional<Units>("units"));
  SOLEUS_TRY_ASSIGN(change.quiet_mode, params.optional<bool>("quiet_mode"));
  SOLEUS_TRY_ASSIGN(change.game_off, params.optional<bool>("game_off"));
  SOLEUS_TRY_ASSIGN(change.from_day, params.optional<CivilDay>("from_day"));
  return write_settings(call, set_settings(call.ledger, call.request, change));
}

}  // namespace soleus
