#pragma once
/// @brief The parts of an assessment. Each writes its members, in their order.

#include "write.hpp"

namespace tiredness::json {

// What to do, by when, and whom to call: write_actions.cpp.
/// What to do first, with its clock time or its day.
void write_lead(Writer& out, const Assessment& assessment, const Texts& texts);
/// What the card of a result says below its button. A line of a limit names its clock time.
void write_card(Writer& out, const Assessment& assessment, const Texts& texts);
void write_actions(Writer& out, const Assessment& assessment, const ClinicConfig& config, const Texts& texts);
/// Whether the clinic is open, and until or from when, on its own clock.
void write_opening(Writer& out, const Assessment& assessment, const Texts& texts);
void write_safety_net(Writer& out, Level level, const ClinicConfig& config, const Texts& texts);
void write_call_to_action(Writer& out, Level level, const ClinicConfig& config, const Texts& texts);
/// When to check again, and when the result is too old.
void write_times(Writer& out, const Assessment& assessment);

// What is safe and what helps: write_care.cpp.
/// Safety lines, what is said of medicines, and what may add to the tiredness.
void write_lines(Writer& out, const Assessment& assessment, const Texts& texts);
void write_advice(Writer& out, std::span<const CareAdvice> advice, const Texts& texts);
void write_time_line(Writer& out, const TimeLine& time_line, const Texts& texts);

// This check and earlier ones: write_check_in.cpp.
/// What a visitor may keep of this check, to be compared at the next. Without a score or a time there is nothing to compare.
void write_check_in(Writer& out, const Assessment& assessment, const Request& request);
void write_trend(Writer& out, const Assessment& assessment, const Request& request);

// What they have in common.
/// `{"id":…,"text":…}`: the text is the message of that group and id.
void write_line(Writer& out, std::string_view group, std::string_view id, const Texts& texts);
/// The message of that group, id and variant, with the times and the day that it names.
void write_text(Writer& out, std::string_view name, const NamedTimes& named, std::string_view group,
                std::string_view id, std::string_view variant, const Texts& texts);
/// "Within 1 days" is no English: one day has texts of its own.
std::string_view one_day(const ClinicConfig& config);

}  // namespace tiredness::json
