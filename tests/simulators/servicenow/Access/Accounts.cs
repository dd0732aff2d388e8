using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Spark.Simulators.ServiceNow.Access;

/// <summary>Who may call: by Basic, or by a token of <c>/oauth_token.do</c>.</summary>
internal sealed class Accounts(TimeProvider time)
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, Account> accounts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (Account Account, DateTimeOffset Ends)> tokens = new(StringComparer.Ordinal);

    public void Put(Account account) => accounts[account.User] = account;

    public Account? Verify(string user, string password) =>
        accounts.TryGetValue(user, out var account) && string.Equals(account.Password, password, StringComparison.Ordinal) ? account : null;

    public string Issue(Account account)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        tokens[token] = (account, time.GetUtcNow() + TokenLife);
        return token;
    }

    public void ForgetTokens() => tokens.Clear();

    /// <summary>Who calls; null when the call does not say, or says it wrongly.</summary>
    public Account? Of(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) || header.Parameter is not { } parameter)
        {
            return null;
        }

        if (header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return tokens.TryGetValue(parameter, out var known) && known.Ends > time.GetUtcNow() ? known.Account : null;
        }

        var bytes = new byte[parameter.Length];
        return header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(parameter, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var user, var password]
                ? Verify(user, password)
                : null;
    }
}
