# Compiles the migrations into the library: writes ${out}, one array element a file of ${folder}, in
# the order of their numbers. The files must be named NNNN_name.sql.
function(soleus_embed_migrations folder out)
  file(GLOB files CONFIGURE_DEPENDS "${folder}/*.sql")
  list(SORT files)
  set(elements "")
  set(expected 1)
  foreach(file IN LISTS files)
    get_filename_component(base "${file}" NAME_WE)
    if(NOT base MATCHES "^([0-9][0-9][0-9][0-9])_(.+)$")
      message(FATAL_ERROR "${file}: a migration is named NNNN_name.sql")
    endif()
    set(name "${CMAKE_MATCH_2}")
    math(EXPR version "1${CMAKE_MATCH_1} - 10000")
    if(NOT version EQUAL expected)
      message(FATAL_ERROR "${file}: the next migration is number ${expected}")
    endif()
    math(EXPR expected "${expected} + 1")
    file(READ "${file}" sql)
    string(APPEND elements "    {${version}, \"${name}\", R\"sql(${sql})sql\"},\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  endforeach()
  file(CONFIGURE OUTPUT "${out}" @ONLY CONTENT [[
// Made by db/embed_migrations.cmake from db/migrations.
#include "db/migration.h"

namespace soleus::db {
namespace {

constexpr Migration kMigrations[] = {
@elements@};

}  // namespace

std::span<const Migration> migrations() { return kMigrations; }

}  // namespace soleus::db
]])
endfunction()
