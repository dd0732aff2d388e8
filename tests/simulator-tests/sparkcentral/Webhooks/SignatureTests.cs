using System.Text;
using Spark.Simulators.Sparkcentral.Settings;
using Spark.Simulators.Sparkcentral.Tests.Support;
using Spark.Simulators.Sparkcentral.Webhooks;

namespace Spark.Simulators.Sparkcentral.Tests.Webhooks;

public sealed class SignatureTests
{
    private const string V1 =
        """{"timestamp":"2024-05-06T07:08:09.123456Z","idempotencyKey":"6ebc6a78-d9e9-48be-b172-51eda40b7af8","version":1,"type":"INBOUND_MESSAGE_RECEIVED","data":{"conversationId":"0-01e67a8c216-000-8c9ea98e","message":{"messageId":"cc75552a-1a78-11e9-855e-6d1e71016abf","text":"Hello"}}}""";

    public static TheoryData<string, int, string> Vectors => new()
    {
        { V1, 278, "7aed7f003212c20b6a5b4ec488c4245463a88b89694d673104e1bd97ebc1724d" },
        { V1.Replace("\":", "\": ", StringComparison.Ordinal).Replace(",\"", ", \"", StringComparison.Ordinal), 293, "a3b1025361ac8543e8a1e564fb6316941028bb500b194595c6db8cdaffde5bd9" },
        { V1.Replace("Hello", "Grüezi 👋", StringComparison.Ordinal), 285, "f1e4ea4025be82f0e062c07b52e392640e86cbdcbdc9b43ce868304ee442b5c4" },
        { "{}", 2, "746436f123ba56f580e6c216774f64ff22f258e983bc6ecd2b4a39f39f6ddfb9" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_contracts_vectors_are_signed_as_it_says(string body, int length, string signature)
    {
        var bytes = Encoding.UTF8.GetBytes(body);

        bytes.Length.ShouldBe(length);
        Signature.Of(bytes, StubVirtualAgent.SecretHex).ShouldBe(signature);
    }

    [Fact]
    public void The_secret_is_decoded_and_not_used_as_text()
    {
        var asText = Convert.ToHexStringLower(Encoding.ASCII.GetBytes(StubVirtualAgent.SecretHex));

        Signature.Of(Encoding.UTF8.GetBytes(V1), asText).ShouldStartWith("aecd896d");
        Signature.Of(Encoding.UTF8.GetBytes(V1), asText).ShouldEndWith("b9e467");
    }

    [Theory]
    [InlineData("Hello")]
    [InlineData("Grüezi 👋")]
    public void An_event_is_written_byte_for_byte_as_the_contract_shows(string text)
    {
        var made = new WebhookEvent(
            "6ebc6a78-d9e9-48be-b172-51eda40b7af8",
            EventTypes.Inbound,
            WireJson.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("conversationId", "0-01e67a8c216-000-8c9ea98e");
                json.WriteStartObject("message");
                json.WriteString("messageId", "cc75552a-1a78-11e9-855e-6d1e71016abf");
                json.WriteString("text", text);
                json.WriteEndObject();
                json.WriteEndObject();
            }));
        var timestamp = new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero).AddTicks(1_234_560);

        Encoding.UTF8.GetString(made.BodyAt(timestamp, WireProfile.Mixed))
            .ShouldBe(V1.Replace("Hello", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("00", true)]
    [InlineData("aAbB", true)]
    [InlineData("", false)]
    [InlineData("0", false)]
    [InlineData("zz", false)]
    public void A_shared_secret_is_pairs_of_hex_digits(string secret, bool isValid) => SharedSecret.IsValid(secret).ShouldBe(isValid);
}
