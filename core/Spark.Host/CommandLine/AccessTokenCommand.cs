using System.CommandLine;
using System.Globalization;
using Spark.Cockpit.Access;
using Spark.Cockpit.Access.Tokens;
using Spark.Cockpit.Admin;
using Spark.Runtime;

namespace Spark.Host.CommandLine;

/// <summary><c>spark access-token</c>: tokens that scripts bring to the admin API instead of a session.</summary>
internal static class AccessTokenCommand
{
    public static Command Create() => new("access-token", "Tokens with which scripts use the admin API, each with rights of its own.") { New(), List(), Revoke() };

    private static Command New()
    {
        var name = new Option<string>("--name") { Description = "What people call it, such as what uses it.", Required = true };
        var right = new Option<string[]>("--right") { Description = $"What it may do; may be given again: {string.Join(", ", Enum.GetNames<Right>())}.", Required = true };
        var bot = new Option<string[]>("--bot") { Description = "Sees to this bot only; may be given again." };
        var days = new Option<int>("--days") { Description = "How many days it holds.", DefaultValueFactory = _ => 90 };
        return AdminCommand.Over(new("create", "Makes a token and shows it, this once.") { name, right, bot, days }, async (admin, parsed, cancellationToken) =>
        {
            var rights = parsed.GetRequiredValue(right).Select(ReadRight).ToList();
            var bots = parsed.GetValue(bot) is { Length: > 0 } given ? given : null;
            var made = await admin.AskAsync(
                "access-tokens",
                new AccessTokenRequest(parsed.GetRequiredValue(name), rights, bots, parsed.GetValue(days)),
                AdminJson.Default.AccessTokenRequest,
                AdminJson.Default.NewAccessToken,
                cancellationToken);
            await Console.Out.WriteLineAsync(made.Secret);
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"Token {made.Token.Id} holds until {made.Token.ExpiresAt:u}. It is shown this once; only its hash is kept."));
            return ExitCode.Done;
        });
    }

    private static Command List() => AdminCommand.Over(new("list", "Lists the tokens, without what is brought."), async (admin, _, cancellationToken) =>
    {
        var list = await admin.GetAsync("access-tokens", AdminJson.Default.AccessTokenList, cancellationToken);
        foreach (var token in list.Tokens)
        {
            var used = token.UsedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"used {at:u}") : "never used";
            var bots = token.Bots is null ? "all bots" : string.Join(' ', token.Bots);
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{token.Id}  until {token.ExpiresAt:u}  {used,-25} {string.Join(' ', token.Rights)} for {bots}  {token.Name}"));
        }

        await Console.Out.WriteLineAsync($"{list.Tokens.Count} access tokens.");
        return ExitCode.Done;
    });

    private static Command Revoke()
    {
        var id = new Argument<string>("id") { Description = "The token, as 'access-token list' names it." };
        return AdminCommand.Over(new("revoke", "Ends a token at once, on every node.") { id }, async (admin, parsed, cancellationToken) =>
        {
            await admin.DeleteAsync($"access-tokens/{Uri.EscapeDataString(parsed.GetRequiredValue(id))}", cancellationToken);
            return ExitCode.Done;
        });
    }

    private static Right ReadRight(string word) => Enum.TryParse<Right>(word, ignoreCase: true, out var right) && Enum.IsDefined(right)
        ? right
        : throw new OperatorException("SPK14054", $"'{word}' is no right. There are: {string.Join(", ", Enum.GetNames<Right>())}.");
}
