namespace Spark.Channels.WebChat.Identities;

/// <summary>Who the site that shows the chat says that its user is.</summary>
/// <param name="Id">The site's id of the user.</param>
/// <param name="Name">The name to address the user by; null when the site does not say.</param>
/// <param name="Email">The e-mail address; null when the site does not say.</param>
/// <param name="OwnsEmail">True when the site knows that the address is the user's.</param>
internal sealed record SiteUser(string Id, string? Name, string? Email, bool OwnsEmail);
