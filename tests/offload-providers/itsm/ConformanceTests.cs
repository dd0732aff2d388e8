using Microsoft.Extensions.Logging.Abstractions;
using Spark.ApiCalls;
using Spark.Offload.Itsm.Tests.Support;
using Spark.Testing.Conformance;

namespace Spark.Offload.Itsm.Tests;

/// <summary>What the host promises of every offload provider holds of tickets.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public async Task Itsm_conforms()
    {
        var (clock, desk) = (new EagerClock(), new ScriptedDesk());
        var provider = TicketDesk.Create(new(), new()
        {
            InstanceId = "incidents", Http = new HttpClient(), Time = clock, Logs = NullLoggerFactory.Instance, PublicUrl = new("http://localhost"),
            ApiCalls = desk, Escalation = new MemoryEscalation(clock),
        });

        (await OffloadConformance.RunAsync(
            new()
            {
                Kind = OffloadKind.Ticket,
                Provider = provider,
                Conversations = () => desk.Creations,
                LoseNextAnswer = () => (desk.CreateEnd, desk.IsOpen) = (ApiCallEnd.Unknown, false),
            },
            TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }
}
