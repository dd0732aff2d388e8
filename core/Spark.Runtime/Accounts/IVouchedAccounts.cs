using Spark.Runtime.Stores;

namespace Spark.Runtime.Accounts;

/// <summary>Finds accounts by the system that vouches for them. All throw <see cref="StoreUnavailableException"/> when trying again may help.</summary>
public interface IVouchedAccounts
{
    /// <summary>The account of a person for whom another system vouches; null when there is none.</summary>
    /// <param name="issuer">Who vouches.</param>
    /// <param name="subject">How the issuer calls the person, for good.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<Account?> FindAsync(string issuer, string subject, CancellationToken cancellationToken);
}
