using System.Collections.Immutable;
using System.Text.Json;
using Spark.Expressions;

namespace Spark.Engine.Conversations;

/// <summary>
/// Writes states, byte for byte as <see cref="ConversationJsonContext"/> would: it is done with each turn, and finding the way through the
/// descriptions of 40 properties took longer than the turn itself. What is rare is left to them. A test holds the two together.
/// </summary>
internal static class StateWriter
{
    private static readonly JsonEncodedText[] Owners =
        [.. Enum.GetNames<Owner>().Select(name => JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(name)))];

    public static void Write(Utf8JsonWriter json, ConversationState state)
    {
        json.WriteStartObject();
        json.WriteNumber("format"u8, state.Format);
        json.WriteNumber("sequence"u8, state.Sequence);
        json.WriteString("owner"u8, Owners[(int)state.Owner]);
        json.WriteNumber("ownerEpoch"u8, state.OwnerEpoch);
        json.WriteString("channel"u8, state.Channel);
        json.WriteString("channelInstance"u8, state.ChannelInstance);
        json.WritePerson(state.Person);
        json.WriteElement("channelDetails"u8, state.ChannelDetails);
        WriteEpisode(json, state.Episode);
        json.WriteString("language"u8, state.Language);
        json.WriteBoolean("knowsLanguage"u8, state.KnowsLanguage);
        WriteVariables(json, "variables"u8, state.Variables);
        json.WriteStartArray("stack"u8);
        foreach (var frame in state.Stack)
        {
            WriteFrame(json, frame);
        }

        json.WriteEndArray();
        WriteWaiting(json, state.Waiting);
        json.WriteList("deferred"u8, state.Deferred);
        WriteMenu(json, state.Menu);
        json.WriteRest("handoff"u8, state.Handoff);
        json.WriteText("intent"u8, state.Intent);
        if (state.Score is { } score)
        {
            json.WriteNumber("score"u8, score);
        }

        json.WriteText("dialog"u8, state.Dialog);
        json.WriteText("previousDialog"u8, state.PreviousDialog);
        json.WriteNumber("heard"u8, state.Heard);
        json.WriteList("contexts"u8, state.Contexts);
        json.WriteList("changed"u8, state.Changed);
        json.WriteText("changedVariable"u8, state.ChangedVariable);
        json.WriteRest("ticket"u8, state.Ticket);
        json.WriteBoolean("hasTicketNews"u8, state.HasTicketNews);
        json.WriteList("kept"u8, state.Kept);
        json.WriteList("shared"u8, state.Shared);
        json.WriteList("clarifying"u8, state.Clarifying);
        json.WriteBoolean("isWelcomed"u8, state.IsWelcomed);
        json.WriteNumber("misses"u8, state.Misses);
        json.WriteNumber("questions"u8, state.Questions);
        json.WriteBoolean("isRecovering"u8, state.IsRecovering);
        WriteTimers(json, state.Timers);
        json.WriteRest("silence"u8, state.Silence);
        json.WriteRest("desk"u8, state.Desk);
        json.WriteRest("returned"u8, state.Returned);
        WritePace(json, state.Pace);
        json.WriteRest("late"u8, state.Late);
        WriteFurther(json, state.Further);
        json.WriteEndObject();
    }

    private static void WriteFurther(Utf8JsonWriter json, IDictionary<string, JsonElement>? further)
    {
        if (further is null)
        {
            return;
        }

        foreach (var (name, value) in further)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
    }

    private static void WriteEpisode(Utf8JsonWriter json, Episode? episode)
    {
        if (episode is null)
        {
            return;
        }

        json.WriteStartObject("episode"u8);
        json.WriteNumber("number"u8, episode.Number);
        json.WriteString("bot"u8, episode.Bot);
        json.WriteString("version"u8, episode.Version);
        json.WriteString("began"u8, episode.Began);
        json.WriteBoolean("isNew"u8, episode.IsNew);
        if (episode.Ended is { } ended)
        {
            json.WriteString("ended"u8, ended);
        }

        json.WriteRest("outcome"u8, episode.Outcome);
        json.WriteText("reason"u8, episode.Reason);
        json.WriteRest("type"u8, episode.Type);
        json.WriteText("category"u8, episode.Category);
        json.WriteText("ticket"u8, episode.Ticket);
        json.WriteText("ticketUrl"u8, episode.TicketUrl?.OriginalString);
        json.WriteEndObject();
    }

    private static void WriteFrame(Utf8JsonWriter json, Frame frame)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, frame.Id);
        json.WriteBoolean("isAction"u8, frame.IsAction);
        json.WriteNumber("step"u8, frame.Step);
        if (frame.From is { } from)
        {
            json.WriteNumber("from"u8, from);
        }

        json.WriteNumber("misses"u8, frame.Misses);
        WriteVariables(json, "locals"u8, frame.Locals);
        json.WriteEndObject();
    }

    private static void WriteVariables(Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableSortedDictionary<string, Value> variables)
    {
        json.WritePropertyName(name);
        VariablesConverter.Write(json, variables);
    }

    private static void WriteWaiting(Utf8JsonWriter json, Waiting? waiting)
    {
        if (waiting is not WaitingForAnswer answer)
        {
            json.WriteRest("waiting"u8, waiting);
            return;
        }

        json.WriteStartObject("waiting"u8);
        json.WriteString("for"u8, "answer"u8);
        json.WriteNumber("question"u8, answer.Question);
        json.WriteNumber("asked"u8, answer.Asked);
        json.WriteNumber("misses"u8, answer.Misses);
        json.WriteEndObject();
    }

    private static void WriteMenu(Utf8JsonWriter json, Menu? menu)
    {
        if (menu is not null)
        {
            json.WriteStartObject("menu"u8);
            json.WriteString("dialog"u8, menu.Dialog);
            json.WriteNumber("step"u8, menu.Step);
            json.WriteEndObject();
        }
    }

    private static void WriteTimers(Utf8JsonWriter json, ImmutableList<Timer> timers)
    {
        json.WriteStartArray("timers"u8);
        foreach (var timer in timers)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, timer.Name);
            json.WriteString("dueAt"u8, timer.DueAt);
            json.WriteNumber("generation"u8, timer.Generation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePace(Utf8JsonWriter json, Pace? pace)
    {
        if (pace is null)
        {
            return;
        }

        json.WriteStartObject("pace"u8);
        json.WriteString("at"u8, pace.At);
        json.WriteNumber("heard"u8, pace.Heard);
        json.WriteNumber("automatic"u8, pace.Automatic);
        json.WriteStartArray("said"u8);
        foreach (var said in pace.Said)
        {
            json.WriteNumberValue(said);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
