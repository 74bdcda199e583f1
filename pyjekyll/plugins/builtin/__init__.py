"""The built-in plugins, one a module, named in the loader's table and imported only where a site names them."""
