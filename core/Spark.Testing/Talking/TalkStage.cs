using System.Globalization;
using Spark.Testing.Hosts;
using Spark.Testing.Outside;
using Spark.Testing.Playing;

namespace Spark.Testing.Talking;

/// <summary>
/// Plays a conversation that somebody tries as a test is played: in memory, by the runtime's own turns, from its beginning. Nothing is kept
/// between two plays, and nothing outside is touched.
/// </summary>
internal static class TalkStage
{
    /// <summary>Plays it until it is over, waits for an answer of the outside, or has used what it may.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="talk">What is tried.</param>
    /// <param name="limits">How much it may use.</param>
    /// <param name="cancellationToken">Ends the play.</param>
    public static async Task<PlayedTalk> PlayAsync(TestBot bot, Talk talk, TalkLimits limits, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(limits.Time);
        var turns = new List<TracedTurn>();
        var heard = new List<int>();
        var problems = new List<string>();
        var trace = new TestTrace { Turns = turns, Ended = () => Count(turns.Count, limits, ending) };
        var answers = new TalkAnswers(bot.Bot, talk.Answers, place => trace.Line = place);
        var outside = new FarSide([], refusesFirst: false, answers.Answer);
        var database = TestStage.Open(bot.Bot, talk.Test);
        Asked? waits = null;
        var host = await MemoryHost.StartAsync(bot, talk.Test.Channel, database, outside, trace, killAfter: 0, ending.Token);
        await using (host)
        {
            var player = new TestPlayer(talk.Test, host, outside, trace.Words, doubles: false)
            {
                Begins = index =>
                {
                    trace.Line = talk.Places[index];
                    heard.Add(outside.Arrivals.Count);
                },
            };
            try
            {
                await player.PlayAsync(ending.Token);
            }
            catch (UnansweredException unanswered)
            {
                waits = unanswered.Asked;
            }
            catch (RestlessException restless)
            {
                problems.Add(restless.Message);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                problems.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The conversation was ended: it may have {limits.Turns} turns and take {limits.Time.TotalSeconds} seconds. A timer may send it in circles; move the clock by less."));
            }

            problems.AddRange(player.Problems);
        }

        return new()
        {
            Talk = talk,
            Turns = turns,
            Arrivals = outside.Arrivals,
            Heard = heard,
            Words = trace.Words,
            Given = answers.Given,
            Waits = waits,
            Problems = problems,
            State = database.State,
            Now = host.Now,
        };
    }

    private static void Count(int turns, TalkLimits limits, CancellationTokenSource ending)
    {
        if (turns >= limits.Turns)
        {
            ending.Cancel();
        }
    }
}
