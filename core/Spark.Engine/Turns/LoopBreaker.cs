using System.Collections.Immutable;
using Spark.Channels;
using Spark.Engine.Conversations;

namespace Spark.Engine.Turns;

/// <summary>
/// Keeps two programs from answering each other for ever. A message looks like an automatic answer when it repeats one of the bot's last
/// texts, or comes within a second of the message before and repeats that (what is forwarded: within half a minute). After so many of them in a row the bot says so once and answers
/// none; it hears the next message that differs, or that comes after a pause.
/// </summary>
internal static class LoopBreaker
{
    /// <summary>How many in a row are answered.</summary>
    private const int Most = 10;

    /// <summary>How many of the bot's texts are remembered: an answer can be of several messages, and an echo repeats each.</summary>
    private const int MostSaid = 4;

    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>The pace with the turn's message: it was said whatever becomes of the turn.</summary>
    public static Pace? Take(Turn turn, MessageReceived message) =>

        // Who presses a button is no program.
        Take(turn, message.ChoiceToken is null ? Fingerprint.Of(message.Parts) : 0, AtOnce);

    /// <summary>The pace with what a program forwards: the same again after a while is as much of a circle as at once.</summary>
    public static Pace? Take(Turn turn, ConversationForwarded forwarded) => Take(turn, Fingerprint.Of(forwarded.Parts), Pause);

    private static Pace? Take(Turn turn, uint heard, TimeSpan soon)
    {
        var before = turn.State.Pace;
        if (turn.State.Owner != Owner.Bot)
        {
            return before;
        }

        return new()
        {
            At = turn.Happened.At,
            Heard = heard,
            Automatic = before is not null && heard != 0 && LooksAutomatic(before, heard, turn.Happened.At, soon)
                ? Math.Min(before.Automatic + 1, Most + 1)
                : 0,
            Said = before?.Said ?? [],
        };
    }

    /// <summary>True when the turn's message is not answered.</summary>
    public static bool Stops(Turn turn)
    {
        if (turn.State is not { Owner: Owner.Bot, Pace.Automatic: > Most })
        {
            return false;
        }

        if (turn.Before.Pace is not { Automatic: > Most })
        {
            Speech.SayBuiltIn(turn, BuiltInTexts.Automatic);
        }

        return true;
    }

    /// <summary>The pace after the turn: what it says is remembered.</summary>
    public static Pace? Settle(Turn turn)
    {
        var pace = turn.State.Pace;
        if (turn.HasSecret)
        {
            // Even its fingerprint would tell something of it.
            pace = pace is null ? null : pace with { Heard = 0 };
        }

        for (var i = 0; i < turn.Effects.Count; i++)
        {
            if (turn.Effects[i] is SendMessage message && Fingerprint.Of(message.Parts) is not 0 and var said)
            {
                pace ??= new() { At = turn.Happened.At };
                pace = pace.Said.Contains(said) ? pace : pace with { Said = Remember(pace.Said, said) };
            }
        }

        return pace;
    }

    private static bool LooksAutomatic(Pace before, uint heard, DateTimeOffset at, TimeSpan soon)
    {
        var passed = at - before.At;
        return passed < Pause && (before.Said.Contains(heard) || (heard == before.Heard && passed < soon));
    }

    private static ImmutableArray<uint> Remember(ImmutableArray<uint> said, uint text) =>
        said.Length < MostSaid ? said.Add(text) : [.. said.AsSpan()[1..], text];
}
