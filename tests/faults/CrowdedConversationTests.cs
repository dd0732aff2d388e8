using System.Net;
using Npgsql;
using Spark.Faults.Tests.Support;
using Spark.Runtime.Turns;
using Spark.Tests;

namespace Spark.Faults.Tests;

/// <summary>More events of one conversation than may wait, because its turns do not get on.</summary>
public sealed class CrowdedConversationTests
{
    private const string Crowded = "a:person-0";
    private const int MostWaiting = 4;

    private readonly CancellationToken cancellationToken = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_beyond_the_bound_is_held_and_refused_and_answered_once_when_it_comes_again()
    {
        PostgresStore? store = null;
        await using var stage = await Disaster.PrepareAsync(async _ => store = await PostgresStore.StartAsync(), people: 1);
        var host = stage.Hosts[0];
        await host.StartAsync(cancellationToken, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Node__Lease"] = "00:10:00",
            ["Postgres__StatementLimit"] = "00:10:00",
            ["Turns__MostASecond"] = "0",
            ["Turns__MostWaiting"] = $"{MostWaiting}",
        });
        await Condition.HoldsAsync(() => stage.Crowd.Acknowledged.Keys.All(person => stage.FarSide.Count(person, "Next?") > 0));
        await stage.Crowd.FallSilentAsync();
        await using var books = stage.Store.Open();
        var before = (await books.MessagesAsync(Crowded, cancellationToken)).Count;
        var texts = Enumerable.Range(0, 3 * MostWaiting).Select(number => $"say crowd {number}").ToList();

        // Its row is in other hands: one turn waits to be written, some wait for that one, and there is no room for the rest.
        await using (var connection = await store!.ConnectAsync(cancellationToken))
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            await HoldAsync(connection, Crowded);
            foreach (var answer in await Task.WhenAll(texts.Select(text => stage.Crowd.TryAsync(Crowded, text))))
            {
                using (answer)
                {
                    answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
                    answer.Headers.RetryAfter.ShouldNotBeNull("the sender is told when to come again");
                }
            }
        }

        var key = ConversationKey.Of(Books.Instance, Crowded).ToString();
        host.Output.Split('\n').ShouldContain(line => line.Contains("SPK11011", StringComparison.Ordinal) && line.Contains(key, StringComparison.Ordinal));

        // Of those that were refused, only the ones that had a place are written after all.
        await Condition.HoldsAsync(async () => (await books.MessagesAsync(Crowded, cancellationToken)).Count == before + 1 + MostWaiting);
        await Task.WhenAll(texts.Select(text => stage.Crowd.SayAsync(Crowded, text)));
        (await books.MessagesAsync(Crowded, cancellationToken)).Count.ShouldBe(before + texts.Count);
        await stage.ConcludeAsync(cancellationToken);
    }

    private async Task HoldAsync(NpgsqlConnection connection, string conversation)
    {
        await using var hold = new NpgsqlCommand("SELECT sequence FROM conversations WHERE external_id = $1 FOR UPDATE", connection);
        hold.Parameters.Add(new NpgsqlParameter<string> { TypedValue = conversation });
        (await hold.ExecuteScalarAsync(cancellationToken)).ShouldNotBeNull();
    }
}
