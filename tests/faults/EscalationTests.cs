using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Spark.Faults.Tests.Support;
using Spark.Tests;

namespace Spark.Faults.Tests;

/// <summary>
/// People who ask for a ticket again and again, channels that deliver twice, a desk that commits and does not answer, hosts that die: the
/// desk takes every request for a new ticket, and there is one all the same.
/// </summary>
public sealed partial class EscalationTests
{
    private const int Mashed = 10;

    /// <summary>What goes wrong with the first request that opens a ticket; null for nothing.</summary>
    private static readonly (string? Kind, double Delay)[] Faults =
        [("Late", 3.5), ("Drop", 0), (null, 0), ("FailAfter", 0), ("NoRecord", 0), ("Slow", 3), ("Late", 8), ("Refuse", 0)];

    [Fact]
    public async Task However_often_it_is_asked_for_there_is_one_ticket_and_the_person_knows()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("spark-escalation-").FullName;
        await using var desk = await ServiceNowSimulator.StartAsync(LoopbackPort.Free(), cancellationToken);
        var port = LoopbackPort.Free();
        var environment = await EnvironmentAsync(folder, port, cancellationToken);
        var host = await StartAsync(environment, folder, port, cancellationToken);
        var (conversations, random, kills) = (new List<MashedConversation>(), new Random(20261121), 0);
        try
        {
            using var admin = new HttpClient { BaseAddress = host.Url };
            admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token().Match(host.Output).Groups[1].Value);
            await TicketSettings.SetAsync(admin, desk.Url, timeoutSeconds: 2, cancellationToken);
            for (var round = 0; round < Rounds.Count; round++)
            {
                var (fault, delay) = Faults[round % Faults.Length];
                if (fault is not null)
                {
                    await desk.FailAsync(fault, delay, cancellationToken);
                }

                var conversation = await MashedConversation.BeginAsync(host.Url, cancellationToken);
                conversations.Add(conversation);
                var mashing = conversation.MashAsync(Mashed, cancellationToken);
                if (round % 2 == 1)
                {
                    await Task.Delay(random.Next(50, 1_500), cancellationToken);
                    await host.KillAsync();
                    await host.DisposeAsync();
                    kills++;
                    host = await StartAsync(environment, folder, port, cancellationToken);
                }

                await mashing;
                await conversation.AskAsync(cancellationToken);
            }

            foreach (var conversation in conversations)
            {
                // What was committed late is there by now: the person is told its number.
                (await conversation.AskAsync(cancellationToken)).ShouldMatch("INC|may exist");
            }
        }
        finally
        {
            await host.DisposeAsync();
        }

        var correlations = (await desk.IncidentsAsync(cancellationToken)).Select(incident => incident!["correlationId"]!.GetValue<string>()).ToList();
        TestContext.Current.SendDiagnosticMessage(
            $"{Rounds.Count} conversations asked {conversations.Sum(one => one.Sent)} times ({conversations.Sum(one => one.Repeated)} of them delivered twice), "
            + $"{kills} kills, {correlations.Count} tickets");
        correlations.GroupBy(id => id.Split('-')[1]).Where(same => same.Count() > 1).ShouldBeEmpty("a conversation has two tickets");
        correlations.Count.ShouldBeGreaterThanOrEqualTo(Rounds.Count / 2, "most of them were opened");
        Directory.Delete(folder, recursive: true);
    }

    private static Task<SparkHost> StartAsync(string environment, string folder, int port, CancellationToken cancellationToken) =>
        SparkHost.StartAsync(environment, Path.Combine(folder, "data"), port, cancellationToken, Repository.Path("tests", "faults", "tickets"));

    private static async Task<string> EnvironmentAsync(string folder, int port, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(folder, "data", "secrets"));
        await File.WriteAllTextAsync(Path.Combine(folder, "data", "secrets", "web-chat"), MashedConversation.Secret, cancellationToken);
        var file = Path.Combine(folder, "environment.yaml");
        await File.WriteAllTextAsync(
            file,
            $$"""
            publicUrl: http://127.0.0.1:{{port}}
            channels: { web: { plugin: web-chat, bot: tickets, settings: { secret: "file:web-chat" } } }
            connections: { incidents: { plugin: itsm, settings: { searchSeconds: 4 } } }
            """,
            cancellationToken);
        return file;
    }

    [GeneratedRegex("shown this once: (\\S+)")]
    private static partial Regex Token();
}
