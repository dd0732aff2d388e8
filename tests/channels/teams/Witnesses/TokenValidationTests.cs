using System.Text.Json.Nodes;
using Spark.Channels.Teams.Tests.Support;
using Spark.Tests;

namespace Spark.Channels.Teams.Tests.Witnesses;

/// <summary>Our verdict on tokens beside that of Microsoft's own connector package, which reads the same metadata and keys.</summary>
public sealed class TokenValidationTests
{
    private const string Script = """
        const { ChannelValidation, SimpleCredentialProvider } = require('botframework-connector');
        const { metadata, appId, requests } = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
        ChannelValidation.OpenIdMetadataEndpoint = metadata;
        (async () => {
          const verdicts = [];
          for (const { authorization, serviceUrl, channelId } of requests) {
            try {
              await ChannelValidation.authenticateChannelTokenWithServiceUrl(authorization, new SimpleCredentialProvider(appId, ''), serviceUrl, channelId);
              verdicts.push(true);
            } catch { verdicts.push(false); }
          }
          console.log(JSON.stringify(verdicts));
        })();
        """;

    private static readonly NodeWitness Witness = new("botframework-connector", "4.23.3");

    [Fact]
    public async Task We_take_what_Microsofts_package_takes_and_refuse_what_it_refuses()
    {
        await using var side = await FarSide.StartAsync();
        using var channel = new TestChannel(side);

        // The package reads the machine's clock.
        var now = TimeProvider.System.GetUtcNow();
        channel.Clock.Advance(now - channel.Clock.GetUtcNow());
        (string What, Action<Forgery> Change)[] cases =
        [
            ("nothing", _ => { }),
            ("another audience", forgery => forgery.Claims["aud"] = "99999999-9999-4999-8999-999999999999"),
            ("another issuer", forgery => forgery.Claims["iss"] = "https://issuer.example"),
            ("expired", forgery => forgery.Claims["exp"] = Forgery.Seconds(now - TimeSpan.FromMinutes(10))),
            ("not yet valid", forgery => forgery.Claims["nbf"] = Forgery.Seconds(now + TimeSpan.FromMinutes(10))),
            ("another key of the same name", forgery => forgery.Key = FarSide.EntraKey.Rsa),
            ("a key that nobody has", forgery => forgery.Header["kid"] = "channel-2"),
            ("a key endorsed for another channel", forgery => (forgery.Key, forgery.Header["kid"]) = (FarSide.SlackKey.Rsa, FarSide.SlackKey.Id)),
            ("another service address", forgery => forgery.Claims["serviceurl"] = "https://smba.trafficmanager.net/emea/"),
            ("no service address", forgery => forgery.Claims.Remove("serviceurl")),
            ("no algorithm", forgery => (forgery.Header["alg"], forgery.Bend) = ("none", token => token[..(token.LastIndexOf('.') + 1)])),
            ("cut off", forgery => forgery.Bend = token => token[..^10]),
            ("no token", forgery => forgery.Carry = _ => null),
        ];
        var ours = new List<bool>();
        var asked = new JsonArray();
        foreach (var (_, change) in cases)
        {
            var forgery = channel.Forge();
            change(forgery);
            var request = forgery.Request();
            ours.Add((await channel.ReceiveAsync(request)).Answer.Status == 200);
            asked.Add((JsonNode)new JsonObject
            {
                ["authorization"] = request.Header("Authorization") ?? "", ["serviceUrl"] = forgery.Activity["serviceUrl"]!.GetValue<string>(), ["channelId"] = "msteams",
            });
        }

        var input = new JsonObject
        {
            ["metadata"] = new Uri(side.Address, "/v1/.well-known/openidconfiguration").ToString(), ["appId"] = Activities.AppId, ["requests"] = asked,
        };
        var answer = await Witness.AskAsync(Script, input.ToJsonString(), TestContext.Current.CancellationToken);

        Assert.SkipWhen(answer is null, NodeWitness.Missing);
        var theirs = JsonNode.Parse(answer)!.AsArray().Select(verdict => verdict!.GetValue<bool>()).ToList();
        ours.ShouldBe([true, .. Enumerable.Repeat(false, cases.Length - 1)]);
        cases.Zip(theirs).Where(pair => pair.Second).Select(pair => pair.First.What).ShouldBe(["nothing"]);
    }
}
