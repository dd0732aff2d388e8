using System.Text.Json;
using Spark.Actions.Tests.Support;
using Spark.ApiCalls;

namespace Spark.Actions.Tests.Call;

public sealed class ApiCallTests
{
    [Theory]
    [InlineData(ApiCallEnd.Succeeded, 201, "ok")]
    [InlineData(ApiCallEnd.Incomplete, 200, "incomplete")]
    [InlineData(ApiCallEnd.Refused, 403, "refused")]
    [InlineData(ApiCallEnd.Refused, 429, "failed")]
    [InlineData(ApiCallEnd.NotSent, null, "failed")]
    [InlineData(ApiCallEnd.Unknown, null, "unknown")]
    public async Task Each_end_has_its_result(ApiCallEnd end, int? status, string result)
    {
        await using var actions = await InstalledActions.LoadAsync();
        using var outputs = JsonDocument.Parse("""{"number":"INC1"}""");
        actions.ApiCalls.Result = new() { End = end, Status = status, Outputs = outputs.RootElement };

        var ended = await actions.RunAsync("api-call", """{"api-call":"create","with":{"a":[1]}}""");

        ended.Result.ShouldBe(result);
        ended.Output["outputs"]["number"].AsString().ShouldBe("INC1");
        (actions.ApiCalls.Last!.Name, actions.ApiCalls.Last.Parameters.GetRawText()).ShouldBe(("create", """{"a":[1]}"""));
        ended.IsFinal.ShouldBe(end == ApiCallEnd.Unknown);
    }

    [Fact]
    public async Task It_is_not_repeated_after_a_crash()
    {
        await using var actions = await InstalledActions.LoadAsync();
        actions.IsRepeatable("api-call", """{"api-call":"create"}""").ShouldBeFalse();
    }
}
