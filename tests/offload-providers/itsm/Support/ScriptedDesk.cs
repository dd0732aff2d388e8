using System.Text.Json;
using Spark.ApiCalls;

namespace Spark.Offload.Itsm.Tests.Support;

/// <summary>A desk that keeps tickets by their correlation id, and answers as the test says.</summary>
internal sealed class ScriptedDesk : IApiCalls
{
    /// <summary>The names of the API Calls that were run, in order.</summary>
    public List<string> Runs { get; } = [];

    public int Creations => Runs.Count(run => run == "create");

    /// <summary>What creating ends as; the ticket shows from the search with <see cref="ShowsAtSearch"/> on.</summary>
    public ApiCallEnd CreateEnd { get; set; } = ApiCallEnd.Succeeded;

    /// <summary>From which search on the ticket is found; null for never.</summary>
    public int? ShowsAtSearch { get; set; } = 1;

    public bool IsOpen { get; set; } = true;

    public ApiCallEnd AddEnd { get; set; } = ApiCallEnd.Succeeded;

    public JsonElement LastParameters { get; private set; }

    public ValueTask<ApiCallResult> RunAsync(ApiCallOrder order, CancellationToken cancellationToken)
    {
        Runs.Add(order.Name);
        LastParameters = order.Parameters;
        var searches = Runs.Count(run => run == "find");
        return ValueTask.FromResult(order.Name switch
        {
            "create" => CreateEnd == ApiCallEnd.Succeeded ? Ticket() : new() { End = CreateEnd, Reason = "As the test wants it." },
            "find" => ShowsAtSearch <= searches ? Ticket() : new() { End = ApiCallEnd.Incomplete, Status = 200 },
            _ => new() { End = AddEnd },
        });
    }

    private ApiCallResult Ticket()
    {
        using var outputs = JsonDocument.Parse($$"""{"ticketId":"abc","ticketNumber":"INC1","ticketUrl":"https://desk.example/abc","ticketOpen":{{(IsOpen ? "true" : "false")}}}""");
        return new() { End = ApiCallEnd.Succeeded, Status = 201, Outputs = outputs.RootElement.Clone() };
    }
}
