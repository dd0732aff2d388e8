using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Spark.Simulators.Sparkcentral.Tests.Support;

namespace Spark.Simulators.Sparkcentral.Tests.Rest;

public sealed class TokenTests
{
    private const string Right = $"{SimulatorUnderTest.ClientId}:{SimulatorUnderTest.ClientSecret}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_credentials_get_a_bearer_token()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        using var response = await simulator.TokenAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var token = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        token.GetProperty("token_type").GetString().ShouldBe("bearer");
        token.GetProperty("expires_in").GetInt32().ShouldBe(3599);
        token.GetProperty("access_token").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("", "grant_type=client_credentials&scope=client-read", 401, "invalid_client")]
    [InlineData("demo-client:wrong", "grant_type=client_credentials&scope=client-read", 401, "invalid_client")]
    [InlineData("", "grant_type=client_credentials&scope=client-read&client_id=demo-client&client_secret=demo-secret", 401, "invalid_client")]
    [InlineData(Right, "grant_type=password&scope=client-read", 400, "unsupported_grant_type")]
    [InlineData(Right, "scope=client-read", 400, "unsupported_grant_type")]
    [InlineData(Right, "grant_type=client_credentials&scope=admin", 400, "invalid_scope")]
    [InlineData(Right, "grant_type=client_credentials", 400, "invalid_scope")]
    public async Task Anything_else_is_refused_by_name(string user, string form, int status, string error)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        using var response = await simulator.TokenAsync(user, form);

        ((int)response.StatusCode).ShouldBe(status);
        (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("error").GetString().ShouldBe(error);
    }

    [Fact]
    public async Task A_token_expires_by_the_simulators_clock()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        using var changed = await simulator.Http.PutAsync(
            new Uri("/__sim/settings", UriKind.Relative), JsonContent.Create(new { tokenLifetimeSeconds = 60 }), Token);
        var id = await simulator.StartConversationAsync();
        var token = await simulator.NewTokenAsync();

        using var before = await simulator.ManipulateAsync(id, "{}", token);
        await simulator.AdvanceAsync(60);
        using var after = await simulator.ManipulateAsync(id, "{}", token);

        before.StatusCode.ShouldBe(HttpStatusCode.OK);
        after.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await after.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("errors").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task All_tokens_can_be_made_to_expire_and_no_credential_is_logged()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();
        var token = await simulator.NewTokenAsync();
        await simulator.ControlAsync("faults/expire-tokens");

        using var refused = await simulator.ManipulateAsync(id, "{}", token);

        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var calls = await simulator.InspectAsync("rest-calls");
        calls.EnumerateArray().Select(c => c.GetProperty("headers").GetProperty("Authorization").GetString()).ShouldBe(["Basic ***", "Bearer ***"]);
    }
}
