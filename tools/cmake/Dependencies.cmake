# What Soleus stands on, each under one name of ours (soleus::sqlitecpp, ...), so that no other file
# knows whether it came from a package or from source.
#
# FIND_PACKAGE_ARGS asks the system first; Debian 12 has all of them. Where it has not, the pinned
# release is fetched; -DFETCHCONTENT_SOURCE_DIR_<NAME>=<folder> takes a copy at hand. The downloads
# themselves are untested.
include(FetchContent)

FetchContent_Declare(SQLiteCpp SYSTEM
  URL https://github.com/SRombauts/SQLiteCpp/archive/refs/tags/3.2.1.zip
  URL_HASH SHA256=584f7c36b6b169c10c890240ea5fb36318d0ea5713c908f08201a95a93642d21
  FIND_PACKAGE_ARGS 3.2.1 CONFIG)
FetchContent_Declare(date SYSTEM
  URL https://github.com/HowardHinnant/date/archive/v3.0.1.tar.gz
  URL_HASH SHA256=7a390f200f0ccd207e8cff6757e04817c1a0aec3e327b006b7eb451c57ee3538
  FIND_PACKAGE_ARGS 3.0 CONFIG)
FetchContent_Declare(Boost SYSTEM
  URL https://github.com/boostorg/boost/releases/download/boost-1.81.0/boost-1.81.0.tar.xz
  URL_HASH SHA256=06bc525a392650eb6248f40a13f40112b6c485eec7103b6dcde7196f2a3570e0
  FIND_PACKAGE_ARGS 1.81 CONFIG COMPONENTS headers)
FetchContent_Declare(tl-expected SYSTEM
  URL https://github.com/TartanLlama/expected/archive/refs/tags/v1.0.0.tar.gz
  URL_HASH SHA256=8f5124085a124113e75e3890b4e923e3a4de5b26a973b891b3deb40e19c03cee
  FIND_PACKAGE_ARGS 1.0 CONFIG)
FetchContent_Declare(CLI11 SYSTEM
  URL https://github.com/CLIUtils/CLI11/archive/v2.1.2.tar.gz
  URL_HASH SHA256=26291377e892ba0e5b4972cdfd4a2ab3bf53af8dac1f4ea8fe0d1376b625c8cb
  FIND_PACKAGE_ARGS 2.1 CONFIG)
FetchContent_Declare(Catch2 SYSTEM
  URL https://github.com/catchorg/Catch2/archive/v2.13.10.tar.gz
  URL_HASH SHA256=d54a712b7b1d7708bc7a819a8e6e47b2fde9536f487b89ccbca295072a7d9943
  FIND_PACKAGE_ARGS 2.13 CONFIG)

set(soleus_needs SQLiteCpp date Boost tl-expected)
if(SOLEUS_TOOLS)
  list(APPEND soleus_needs CLI11)
endif()
if(SOLEUS_TESTS)
  list(APPEND soleus_needs Catch2)
endif()

# Built from source, a dependency must not add its tests, tools or install rules to ours.
block(SCOPE_FOR VARIABLES)
  set(CMAKE_POLICY_DEFAULT_CMP0077 NEW)  # the sets below count as options of the fetched projects
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
  set(BUILD_SHARED_LIBS OFF)
  set(BUILD_TESTING OFF)
  set(SQLITECPP_RUN_CPPLINT OFF)
  set(SQLITECPP_RUN_CPPCHECK OFF)
  set(BUILD_TZ_LIB ON)
  set(USE_SYSTEM_TZ_DB ON)
  set(COMPILE_WITH_C_LOCALE ON)
  set(EXPECTED_BUILD_TESTS OFF)
  set(EXPECTED_BUILD_PACKAGE OFF)
  set(CLI11_BUILD_TESTS OFF)
  set(CLI11_BUILD_EXAMPLES OFF)
  set(CLI11_BUILD_DOCS OFF)
  set(CATCH_INSTALL_DOCS OFF)
  set(CATCH_INSTALL_HELPERS OFF)
  set(BOOST_INCLUDE_LIBRARIES json)
  set(BOOST_SKIP_INSTALL_RULES ON)
  set(THREADS_PREFER_PTHREAD_FLAG ON)
  FetchContent_MakeAvailable(${soleus_needs})
  foreach(name IN LISTS soleus_needs)
    string(TOLOWER "${name}" lower)
    if(${lower}_SOURCE_DIR)
      # FetchContent itself learns to keep out foreign targets and install rules in CMake 3.28.
      set_property(DIRECTORY "${${lower}_SOURCE_DIR}" PROPERTY EXCLUDE_FROM_ALL ON)
    endif()
  endforeach()
  # SQLite itself: SQLiteCpp brings its own copy when it is built from source.
  if(NOT TARGET sqlite3)
    find_package(SQLite3 3.40 REQUIRED)
  endif()
endblock()

# Boost.JSON from its headers, compiled once here: Debian's libboost_json.a is not
# position-independent and cannot go into libsoleus.so, and its .so would be one more file to ship.
# A Boost that was fetched is built to fit already.
if(NOT TARGET Boost::json)
  add_library(soleus_boost_json STATIC "${CMAKE_CURRENT_LIST_DIR}/boost_json.cpp")
  target_compile_features(soleus_boost_json PUBLIC cxx_std_20)
  set_target_properties(soleus_boost_json PROPERTIES
    CXX_EXTENSIONS OFF
    POSITION_INDEPENDENT_CODE ON
    CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON)
  target_compile_definitions(soleus_boost_json PUBLIC BOOST_JSON_NO_LIB)
  target_link_libraries(soleus_boost_json PUBLIC Boost::headers)
endif()

# soleus_dependency(<our name> <target>...): the first of the targets that exists, as soleus::<our
# name>. A package and a source build do not always call a thing the same.
function(soleus_dependency name)
  foreach(target IN LISTS ARGN)
    if(TARGET ${target})
      add_library(soleus_dependency_${name} INTERFACE)
      target_link_libraries(soleus_dependency_${name} INTERFACE ${target})
      add_library(soleus::${name} ALIAS soleus_dependency_${name})
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "soleus::${name}: none of ${ARGN} exists")
endfunction()

soleus_dependency(sqlite3 sqlite3 SQLite::SQLite3)
soleus_dependency(sqlitecpp SQLiteCpp)
soleus_dependency(date date::date)
soleus_dependency(date_tz date::date-tz)
soleus_dependency(json Boost::json soleus_boost_json)
soleus_dependency(expected tl::expected expected)
if(SOLEUS_TOOLS)
  soleus_dependency(cli11 CLI11::CLI11)
endif()
if(SOLEUS_TESTS)
  soleus_dependency(catch2 Catch2::Catch2)
endif()
