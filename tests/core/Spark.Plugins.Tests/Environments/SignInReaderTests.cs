using Spark.Plugins.Environments;
using Spark.Runtime.Accounts;

namespace Spark.Plugins.Tests.Environments;

public sealed class SignInReaderTests
{
    private const string Good = """
        publicUrl: https://bots.example.com/
        signIn:
          name: Contoso
          authority: https://login.example.com/tenant/v2.0
          clientId: cockpit
          clientSecret: env:SPARK_SECRET_SIGN_IN
          roleClaims: [roles]
          roles: { administrator: [Admins], supportAgent: [Desk, Night desk] }
          bots: { hr: [HR] }
        """;

    [Fact]
    public void Sign_in_is_read_whole()
    {
        var reading = EnvironmentReader.Read(Good, "e.yaml");

        reading.Findings.ShouldBeEmpty();
        var signIn = reading.Config!.SignIn.ShouldNotBeNull();
        (signIn.Name, signIn.Authority.AbsoluteUri, signIn.ClientId, signIn.ClientSecret)
            .ShouldBe(("Contoso", "https://login.example.com/tenant/v2.0", "cockpit", "env:SPARK_SECRET_SIGN_IN"));
        signIn.RoleClaims.ShouldBe(["roles"]);
        signIn.Scopes.ShouldBeEmpty();
        signIn.Roles.Keys.ShouldBe([Role.Administrator, Role.SupportAgent], ignoreOrder: true);
        signIn.Roles[Role.SupportAgent].ShouldBe(["Desk", "Night desk"]);
        signIn.Bots["hr"].ShouldBe(["HR"]);
    }

    [Fact]
    public void Without_it_there_are_local_accounts_only() =>
        EnvironmentReader.Read("publicUrl: https://bots.example.com", "e.yaml").Config!.SignIn.ShouldBeNull();

    [Theory]
    [InlineData("authority: https://login.example.com/tenant/v2.0", "authority: http://login.example.com", "SPK10125", 4, 14)]
    [InlineData("  authority: https://login.example.com/tenant/v2.0\n", "", "SPK10124", 2, 1)]
    [InlineData("clientSecret: env:SPARK_SECRET_SIGN_IN", "clientSecret: in the open", "SPK10127", 6, 17)]
    [InlineData("clientSecret: env:SPARK_SECRET_SIGN_IN", "clientSecret: env:HOME", "SPK10127", 6, 17)]
    [InlineData("administrator: [Admins]", "owner: [Admins]", "SPK10125", 8, 12)]
    [InlineData("administrator: [Admins]", "4: [Admins]", "SPK10125", 8, 12)]
    [InlineData("roles: { administrator: [Admins], supportAgent: [Desk, Night desk] }", "scopes: [openid]", "SPK10124", 2, 1)]
    [InlineData("bots: { hr: [HR] }", "bots: { hr: HR }", "SPK10125", 9, 15)]
    [InlineData("clientId: cockpit", "clientid: cockpit", "SPK10122", 5, 3)]
    public void What_is_wrong_is_said_with_its_place(string good, string bad, string code, int line, int column)
    {
        var reading = EnvironmentReader.Read(Good.Replace(good, bad, StringComparison.Ordinal), "e.yaml");

        reading.Config.ShouldBeNull();
        reading.Findings.ShouldContain(finding => finding.Code == code && finding.At.Line == line && finding.At.Column == column, string.Join('\n', reading.Findings));
    }
}
