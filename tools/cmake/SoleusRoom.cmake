# How a room of the house is built. Every target of the project goes through soleus_settings(), so
# the warnings and the language level are written down once.

# Everything a shell links: all rooms and, once platform/c has joined it, libsoleus.
add_custom_target(soleus_rooms)

# soleus_settings(<target>): C++20, project warnings, position-independent, nothing exported unless
# it says so, includes written from the root of the repository.
function(soleus_settings target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES
    CXX_EXTENSIONS OFF
    POSITION_INDEPENDENT_CODE ON
    CXX_VISIBILITY_PRESET hidden
    C_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON)
  target_include_directories(${target} PUBLIC "$<BUILD_INTERFACE:${SOLEUS_ROOT}>")
  target_compile_options(${target} PRIVATE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall;-Wextra;-Wpedantic;-Wshadow;-Wconversion>
    $<$<AND:$<BOOL:${SOLEUS_WERROR}>,$<CXX_COMPILER_ID:GNU,Clang,AppleClang>>:-Werror>)
endfunction()

# soleus_room(NAME <target> SOURCES <file>... [DEPENDS <target>...] [PRIVATE_DEPENDS <target>...])
#
# DEPENDS are the rooms and libraries whose headers appear in this room's headers, PRIVATE_DEPENDS
# those that only its .cpp files see.
function(soleus_room)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "SOURCES;DEPENDS;PRIVATE_DEPENDS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "soleus_room(${arg_NAME}): what is ${arg_UNPARSED_ARGUMENTS}?")
  endif()
  add_library(${arg_NAME} STATIC ${arg_SOURCES})
  soleus_settings(${arg_NAME})
  target_link_libraries(${arg_NAME} PUBLIC ${arg_DEPENDS} PRIVATE ${arg_PRIVATE_DEPENDS})
  add_dependencies(soleus_rooms ${arg_NAME})
endfunction()
